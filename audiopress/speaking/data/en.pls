<?xml version="1.0" encoding="UTF-8"?>
<!-- Shipped with audiopress: English initials that voices would take for words, and words and
     names in the news that they say in a way no newsreader would. IPA has the symbols of
     American English, a mark of stress right before its vowel, and ɚ where a British voice says
     no r. No entry is an ordinary word or a first name that English says otherwise.
     A show's own lexicon wins over it. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>AARP</grapheme><alias>A A R P</alias></lexeme>
  <lexeme><grapheme>ACLU</grapheme><alias>A C L U</alias></lexeme>
  <lexeme><grapheme>AGMs</grapheme><alias>A G M's</alias></lexeme>
  <lexeme><grapheme>AIPAC</grapheme><alias>eye pack</alias></lexeme>
  <lexeme><grapheme>AONB</grapheme><alias>A O N B</alias></lexeme>
  <lexeme><grapheme>APIs</grapheme><alias>A P I's</alias></lexeme>
  <lexeme><grapheme>ASBO</grapheme><alias>azbo</alias></lexeme>
  <lexeme><grapheme>ASML</grapheme><alias>A S M L</alias></lexeme>
  <lexeme><grapheme>ATACMS</grapheme><phoneme>ətˈækəmz</phoneme></lexeme>
  <lexeme><grapheme>AUKUS</grapheme><grapheme>Aukus</grapheme><phoneme>ˈɔːkəs</phoneme></lexeme>
  <lexeme><grapheme>Aarhus</grapheme><phoneme>ˈɔːɹhuːs</phoneme></lexeme>
  <lexeme><grapheme>Abiy</grapheme><phoneme>ˈɑːbi</phoneme></lexeme>
  <lexeme><grapheme>Adityanath</grapheme><phoneme>ədˌɪtjənˈɑːt</phoneme></lexeme>
  <lexeme><grapheme>AfD</grapheme><alias>A F D</alias></lexeme>
  <lexeme><grapheme>Albanese</grapheme><phoneme>ˌælbənˈiːzi</phoneme></lexeme>
  <lexeme><grapheme>Aliyev</grapheme><phoneme>əlˈiːɛf</phoneme></lexeme>
  <lexeme><grapheme>Amodei</grapheme><phoneme>ˌɑːmoʊdˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Ancelotti</grapheme><phoneme>ˌæntʃəlˈɔti</phoneme></lexeme>
  <lexeme><grapheme>Anisimova</grapheme><phoneme>ˌænɪsˈiːməvə</phoneme></lexeme>
  <lexeme><grapheme>Antetokounmpo</grapheme><phoneme>ˌɑːntɛtəkˈuːmpoʊ</phoneme></lexeme>
  <lexeme><grapheme>Anutin</grapheme><phoneme>ˌɑːnʊtˈɪn</phoneme></lexeme>
  <lexeme><grapheme>Aoife</grapheme><phoneme>ˈiːfə</phoneme></lexeme>
  <lexeme><grapheme>Araghchi</grapheme><grapheme>Araqchi</grapheme><phoneme>əɹˈɑːktʃi</phoneme></lexeme>
  <lexeme><grapheme>Arnault</grapheme><phoneme>ɑːɹnˈoʊ</phoneme></lexeme>
  <lexeme><grapheme>Aung San Suu Kyi</grapheme><phoneme>ˌaʊŋ sˌɑːn sˌuː tʃˈiː</phoneme></lexeme>
  <lexeme><grapheme>Avdiivka</grapheme><phoneme>ævdˈiːfkə</phoneme></lexeme>
  <lexeme><grapheme>BASF</grapheme><alias>B A S F</alias></lexeme>
  <lexeme><grapheme>Babiš</grapheme><grapheme>Babis</grapheme><phoneme>bˈɑːbɪʃ</phoneme></lexeme>
  <lexeme><grapheme>Baidu</grapheme><phoneme>baɪdˈuː</phoneme></lexeme>
  <lexeme><grapheme>Bakhmut</grapheme><phoneme>bɑːkmˈuːt</phoneme></lexeme>
  <lexeme><grapheme>Balochistan</grapheme><grapheme>Baluchistan</grapheme><phoneme>bəlˈoʊtʃɪstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Barnier</grapheme><phoneme>bˈɑːɹnjeɪ</phoneme></lexeme>
  <lexeme><grapheme>Bayrou</grapheme><phoneme>baɪɹˈuː</phoneme></lexeme>
  <lexeme><grapheme>Beit Hanoun</grapheme><phoneme>bˌeɪt hænˈuːn</phoneme></lexeme>
  <lexeme><grapheme>Belém</grapheme><phoneme>bəlˈɛm</phoneme></lexeme>
  <lexeme><grapheme>Ben-Gvir</grapheme><grapheme>Ben Gvir</grapheme><phoneme>bˌɛn ɡəvˈɪɹ</phoneme></lexeme>
  <lexeme><grapheme>Bengaluru</grapheme><phoneme>bˌɛŋɡəlˈʊɹuː</phoneme></lexeme>
  <lexeme><grapheme>Bezos</grapheme><phoneme>bˈeɪzoʊs</phoneme></lexeme>
  <lexeme><grapheme>Bolsonaro</grapheme><phoneme>bˌoʊlsənˈɑːɹoʊ</phoneme></lexeme>
  <lexeme><grapheme>Boluarte</grapheme><phoneme>bˌoʊluːˈɑːɹteɪ</phoneme></lexeme>
  <lexeme><grapheme>Bortoleto</grapheme><phoneme>bˌɔːɹtəlˈeɪtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Budanov</grapheme><phoneme>buːdˈɑːnɔf</phoneme></lexeme>
  <lexeme><grapheme>Bukavu</grapheme><phoneme>buːkˈɑːvuː</phoneme></lexeme>
  <lexeme><grapheme>Bukayo</grapheme><phoneme>buːkˈaɪoʊ</phoneme></lexeme>
  <lexeme><grapheme>Bukele</grapheme><phoneme>buːkˈeɪleɪ</phoneme></lexeme>
  <lexeme><grapheme>Bundesrat</grapheme><phoneme>bˈʊndəsɹɑːt</phoneme></lexeme>
  <lexeme><grapheme>Bushehr</grapheme><phoneme>buːʃˈɛɹ</phoneme></lexeme>
  <lexeme><grapheme>Buttigieg</grapheme><alias>Boota judge</alias></lexeme>
  <lexeme><grapheme>CATL</grapheme><alias>C A T L</alias></lexeme>
  <lexeme><grapheme>CBAM</grapheme><alias>see bam</alias></lexeme>
  <lexeme><grapheme>CONCACAF</grapheme><grapheme>Concacaf</grapheme><phoneme>kˈɔŋkəkæf</phoneme></lexeme>
  <lexeme><grapheme>COP29</grapheme><alias>cop twenty-nine</alias></lexeme>
  <lexeme><grapheme>COP30</grapheme><alias>cop thirty</alias></lexeme>
  <lexeme><grapheme>COP31</grapheme><alias>cop thirty-one</alias></lexeme>
  <lexeme><grapheme>Caoimhín</grapheme><grapheme>Caoimhin</grapheme><phoneme>kiːvˈiːn</phoneme></lexeme>
  <lexeme><grapheme>Chakwera</grapheme><phoneme>tʃɑːkwˈɛɹə</phoneme></lexeme>
  <lexeme><grapheme>Charnvirakul</grapheme><phoneme>tʃˌɑːnvɪɹəkˈuːl</phoneme></lexeme>
  <lexeme><grapheme>Chemnitz</grapheme><phoneme>kˈɛmnɪts</phoneme></lexeme>
  <lexeme><grapheme>Chernihiv</grapheme><phoneme>tʃɜːnˈiːhɪv</phoneme></lexeme>
  <lexeme><grapheme>Chișinău</grapheme><grapheme>Chişinău</grapheme><grapheme>Chisinau</grapheme><phoneme>kˌɪʃɪnˈaʊ</phoneme></lexeme>
  <lexeme><grapheme>Cholmondeley</grapheme><alias>Chumley</alias></lexeme>
  <lexeme><grapheme>Chrupalla</grapheme><phoneme>kɹuːpˈɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Cillian</grapheme><phoneme>kˈɪliən</phoneme></lexeme>
  <lexeme><grapheme>Ciolacu</grapheme><phoneme>tʃoʊlˈɑːkuː</phoneme></lexeme>
  <lexeme><grapheme>Ciudad Juárez</grapheme><grapheme>Ciudad Juarez</grapheme><phoneme>sjuːdˌɑːd wˈɑːɹɛz</phoneme></lexeme>
  <lexeme><grapheme>Coup</grapheme><alias>Coo</alias></lexeme>
  <lexeme><grapheme>Culiacán</grapheme><grapheme>Culiacan</grapheme><phoneme>kˌuːliəkˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Curaçao</grapheme><grapheme>Curacao</grapheme><phoneme>kjˈʊɹəsaʊ</phoneme></lexeme>
  <lexeme><grapheme>Dagalo</grapheme><phoneme>dəɡˈɑːloʊ</phoneme></lexeme>
  <lexeme><grapheme>Dassault</grapheme><phoneme>dæsˈoʊ</phoneme></lexeme>
  <lexeme><grapheme>De Wever</grapheme><phoneme>də vˈeɪvɚ</phoneme></lexeme>
  <lexeme><grapheme>Dembélé</grapheme><grapheme>Dembele</grapheme><phoneme>dɛmbˈɛleɪ</phoneme></lexeme>
  <lexeme><grapheme>Demis</grapheme><phoneme>dˈɛmɪs</phoneme></lexeme>
  <lexeme><grapheme>Dissanayake</grapheme><phoneme>dˌɪsənˈaɪəkə</phoneme></lexeme>
  <lexeme><grapheme>Diyarbakır</grapheme><grapheme>Diyarbakir</grapheme><phoneme>diːˌɑːɹbəkˈɪɹ</phoneme></lexeme>
  <lexeme><grapheme>Djokovic</grapheme><grapheme>Đoković</grapheme><phoneme>dʒˈoʊkəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Dmitriev</grapheme><phoneme>dəmˈiːtɹiɛf</phoneme></lexeme>
  <lexeme><grapheme>Donnarumma</grapheme><phoneme>dˌɔnəɹˈuːmə</phoneme></lexeme>
  <lexeme><grapheme>Dončić</grapheme><grapheme>Doncic</grapheme><phoneme>dˈɔntʃɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Duterte</grapheme><phoneme>duːtˈɛɹteɪ</phoneme></lexeme>
  <lexeme><grapheme>Dáil</grapheme><alias>Dawl</alias></lexeme>
  <lexeme><grapheme>Dún Laoghaire</grapheme><grapheme>Dun Laoghaire</grapheme><phoneme>dˌʌn lˈɪɹi</phoneme></lexeme>
  <lexeme><grapheme>EBRD</grapheme><alias>E B R D</alias></lexeme>
  <lexeme><grapheme>ECHR</grapheme><alias>E C H R</alias></lexeme>
  <lexeme><grapheme>ECOWAS</grapheme><grapheme>Ecowas</grapheme><phoneme>ˈɛkoʊwɑːs</phoneme></lexeme>
  <lexeme><grapheme>EHRC</grapheme><alias>E H R C</alias></lexeme>
  <lexeme><grapheme>ESPN</grapheme><alias>E S P N</alias></lexeme>
  <lexeme><grapheme>ETFs</grapheme><alias>E T F's</alias></lexeme>
  <lexeme><grapheme>EVs</grapheme><alias>E V's</alias></lexeme>
  <lexeme><grapheme>El Fasher</grapheme><grapheme>el-Fasher</grapheme><grapheme>El-Fasher</grapheme><phoneme>ˌɛl fˈæʃɚ</phoneme></lexeme>
  <lexeme><grapheme>Eluned</grapheme><phoneme>ɛlˈɪnɛd</phoneme></lexeme>
  <lexeme><grapheme>Embraer</grapheme><phoneme>ˌɛmbɹˈaɪə</phoneme></lexeme>
  <lexeme><grapheme>Eoin</grapheme><alias>Owen</alias></lexeme>
  <lexeme><grapheme>Erdoğan</grapheme><grapheme>Erdogan</grapheme><phoneme>ˈɛɹdəwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Evenepoel</grapheme><phoneme>ˌeɪvənəpˈuːl</phoneme></lexeme>
  <lexeme><grapheme>FAQs</grapheme><alias>F A Q's</alias></lexeme>
  <lexeme><grapheme>Farage</grapheme><phoneme>fˈæɹɑːʒ</phoneme></lexeme>
  <lexeme><grapheme>Feijóo</grapheme><grapheme>Feijoo</grapheme><phoneme>feɪhˈoʊ</phoneme></lexeme>
  <lexeme><grapheme>Fianna Fáil</grapheme><grapheme>Fianna Fail</grapheme><phoneme>fˌiːənə fˈɔɪl</phoneme></lexeme>
  <lexeme><grapheme>Fico</grapheme><phoneme>fˈiːtsoʊ</phoneme></lexeme>
  <lexeme><grapheme>Fidesz</grapheme><phoneme>fˈiːdɛs</phoneme></lexeme>
  <lexeme><grapheme>Fine Gael</grapheme><phoneme>fˌɪnə ɡˈeɪl</phoneme></lexeme>
  <lexeme><grapheme>Gabriel Boric</grapheme><phoneme>ɡˌɑːbɹiɛl bˈɔːɹɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Gardaí</grapheme><grapheme>Gardai</grapheme><grapheme>gardaí</grapheme><grapheme>gardai</grapheme><phoneme>ɡɑːɹdˈiː</phoneme></lexeme>
  <lexeme><grapheme>Geert Wilders</grapheme><phoneme>ɡˌɛɹt vˈɪldɚz</phoneme></lexeme>
  <lexeme><grapheme>Georgescu</grapheme><phoneme>dʒɔːɹdʒˈɛskuː</phoneme></lexeme>
  <lexeme><grapheme>Georgieva</grapheme><phoneme>ɡiˌɔːɹɡiˈɛvə</phoneme></lexeme>
  <lexeme><grapheme>Gerasimov</grapheme><phoneme>ɡəɹˈæsɪmɔf</phoneme></lexeme>
  <lexeme><grapheme>Ghalibaf</grapheme><grapheme>Qalibaf</grapheme><phoneme>ɡˌɑːlɪbˈɑːf</phoneme></lexeme>
  <lexeme><grapheme>Ghebreyesus</grapheme><phoneme>ɡˌɛbɹəjˈeɪsəs</phoneme></lexeme>
  <lexeme><grapheme>Giannis</grapheme><phoneme>jˈɑːnɪs</phoneme></lexeme>
  <lexeme><grapheme>Giorgia</grapheme><phoneme>dʒˈɔːɹdʒə</phoneme></lexeme>
  <lexeme><grapheme>Goïta</grapheme><grapheme>Goita</grapheme><phoneme>ɡɔɪtˈɑː</phoneme></lexeme>
  <lexeme><grapheme>Grindavík</grapheme><grapheme>Grindavik</grapheme><phoneme>ɡɹˈɪndəvɪk</phoneme></lexeme>
  <lexeme><grapheme>Gráinne</grapheme><phoneme>ɡɹˈɔːnjə</phoneme></lexeme>
  <lexeme><grapheme>Guangzhou</grapheme><alias>Gwang joe</alias></lexeme>
  <lexeme><grapheme>Guardiola</grapheme><phoneme>ɡwˌɑːɹdiˈoʊlə</phoneme></lexeme>
  <lexeme><grapheme>Guayaquil</grapheme><phoneme>ɡwˌaɪəkˈiːl</phoneme></lexeme>
  <lexeme><grapheme>Gukesh</grapheme><phoneme>ɡˈuːkɛʃ</phoneme></lexeme>
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡʊtˈɛɹəs</phoneme></lexeme>
  <lexeme><grapheme>Gyökeres</grapheme><grapheme>Gyokeres</grapheme><phoneme>jˈɜːkəɹɛs</phoneme></lexeme>
  <lexeme><grapheme>HIMARS</grapheme><grapheme>Himars</grapheme><phoneme>hˈaɪmɑːɹz</phoneme></lexeme>
  <lexeme><grapheme>Habeck</grapheme><phoneme>hˈɑːbɛk</phoneme></lexeme>
  <lexeme><grapheme>Hangzhou</grapheme><phoneme>hˌɑːŋdʒˈoʊ</phoneme></lexeme>
  <lexeme><grapheme>Haniyeh</grapheme><phoneme>hənˈiːjə</phoneme></lexeme>
  <lexeme><grapheme>Hasina</grapheme><phoneme>həsˈiːnə</phoneme></lexeme>
  <lexeme><grapheme>Hassabis</grapheme><phoneme>həsˈɑːbɪs</phoneme></lexeme>
  <lexeme><grapheme>He Lifeng</grapheme><phoneme>hˌə liːfˈʌŋ</phoneme></lexeme>
  <lexeme><grapheme>Hemedti</grapheme><phoneme>həmˈɛdti</phoneme></lexeme>
  <lexeme><grapheme>Hermès</grapheme><alias>Air mezz</alias></lexeme>
  <lexeme><grapheme>Herzog</grapheme><phoneme>hˈɜːtsɔɡ</phoneme></lexeme>
  <lexeme><grapheme>Hichilema</grapheme><phoneme>hˌɪtʃɪlˈɛmə</phoneme></lexeme>
  <lexeme><grapheme>Hodeidah</grapheme><grapheme>Hodeida</grapheme><phoneme>hoʊdˈeɪdə</phoneme></lexeme>
  <lexeme><grapheme>Houthi</grapheme><alias>Hoothy</alias></lexeme>
  <lexeme><grapheme>Houthis</grapheme><alias>Hoothies</alias></lexeme>
  <lexeme><grapheme>Hsinchu</grapheme><phoneme>ʃˌɪntʃˈuː</phoneme></lexeme>
  <lexeme><grapheme>Huawei</grapheme><alias>Wah way</alias></lexeme>
  <lexeme><grapheme>Huliaipole</grapheme><phoneme>hˌuːljaɪpˈoʊleɪ</phoneme></lexeme>
  <lexeme><grapheme>Hun Manet</grapheme><phoneme>hˌʊn mɑːnˈɛt</phoneme></lexeme>
  <lexeme><grapheme>Hülkenberg</grapheme><grapheme>Hulkenberg</grapheme><phoneme>hˈʊlkənbɜːɡ</phoneme></lexeme>
  <lexeme><grapheme>IAEA</grapheme><alias>I A E A</alias></lexeme>
  <lexeme><grapheme>IBEW</grapheme><alias>I B E W</alias></lexeme>
  <lexeme><grapheme>ICAO</grapheme><alias>eye kay oh</alias></lexeme>
  <lexeme><grapheme>ICBM</grapheme><alias>I C B M</alias></lexeme>
  <lexeme><grapheme>ICOs</grapheme><alias>I C O's</alias></lexeme>
  <lexeme><grapheme>ICUs</grapheme><alias>I C U's</alias></lexeme>
  <lexeme><grapheme>IEDs</grapheme><alias>I E D's</alias></lexeme>
  <lexeme><grapheme>INLA</grapheme><alias>I N L A</alias></lexeme>
  <lexeme><grapheme>IOUs</grapheme><alias>I O U's</alias></lexeme>
  <lexeme><grapheme>IPCC</grapheme><alias>I P C C</alias></lexeme>
  <lexeme><grapheme>IPOs</grapheme><alias>I P O's</alias></lexeme>
  <lexeme><grapheme>IRGC</grapheme><alias>I R G C</alias></lexeme>
  <lexeme><grapheme>ISPs</grapheme><alias>I S P's</alias></lexeme>
  <lexeme><grapheme>IUCN</grapheme><alias>I U C N</alias></lexeme>
  <lexeme><grapheme>IUDs</grapheme><alias>I U D's</alias></lexeme>
  <lexeme><grapheme>Infineon</grapheme><phoneme>ɪnfˈɪniən</phoneme></lexeme>
  <lexeme><grapheme>Ingebrigtsen</grapheme><phoneme>ˈɪŋəbɹɪktsən</phoneme></lexeme>
  <lexeme><grapheme>JCPOA</grapheme><alias>J C P O A</alias></lexeme>
  <lexeme><grapheme>Jabalia</grapheme><phoneme>dʒəbˈɑːliə</phoneme></lexeme>
  <lexeme><grapheme>Jae-myung</grapheme><phoneme>dʒˌeɪ mjˈʌŋ</phoneme></lexeme>
  <lexeme><grapheme>Jaishankar</grapheme><phoneme>dʒˌaɪʃˈʌŋkɚ</phoneme></lexeme>
  <lexeme><grapheme>Jannik</grapheme><phoneme>jˈænɪk</phoneme></lexeme>
  <lexeme><grapheme>Jenin</grapheme><phoneme>dʒənˈiːn</phoneme></lexeme>
  <lexeme><grapheme>Jetten</grapheme><phoneme>jˈɛtən</phoneme></lexeme>
  <lexeme><grapheme>Jinping</grapheme><phoneme>dʒɪnpˈɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Jokić</grapheme><grapheme>Jokic</grapheme><phoneme>jˈoʊkɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Jokowi</grapheme><phoneme>dʒoʊkˈoʊwi</phoneme></lexeme>
  <lexeme><grapheme>Kaczyński</grapheme><phoneme>kətʃˈɪnski</phoneme></lexeme>
  <lexeme><grapheme>Kagame</grapheme><phoneme>kəɡˈɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Kaja</grapheme><phoneme>kˈaɪə</phoneme></lexeme>
  <lexeme><grapheme>Kallas</grapheme><phoneme>kˈæləs</phoneme></lexeme>
  <lexeme><grapheme>Keir</grapheme><phoneme>kˈɪɚ</phoneme></lexeme>
  <lexeme><grapheme>Kejriwal</grapheme><phoneme>kˈeɪdʒɹiwɑːl</phoneme></lexeme>
  <lexeme><grapheme>Kering</grapheme><phoneme>kˈɛɹɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Ketanji</grapheme><phoneme>kətˈɑːndʒi</phoneme></lexeme>
  <lexeme><grapheme>Khamenei</grapheme><phoneme>kˌɑːmənˈeɪi</phoneme></lexeme>
  <lexeme><grapheme>Khan Younis</grapheme><grapheme>Khan Yunis</grapheme><phoneme>kˌɑːn jˈuːnɪs</phoneme></lexeme>
  <lexeme><grapheme>Kharkiv</grapheme><phoneme>kˈɑːɹkɪv</phoneme></lexeme>
  <lexeme><grapheme>Khartoum</grapheme><phoneme>kɑːɹtˈuːm</phoneme></lexeme>
  <lexeme><grapheme>Kherson</grapheme><phoneme>kɛɹsˈɔn</phoneme></lexeme>
  <lexeme><grapheme>Kipchoge</grapheme><phoneme>kɪptʃˈoʊɡeɪ</phoneme></lexeme>
  <lexeme><grapheme>Kishida</grapheme><phoneme>kɪʃˈiːdə</phoneme></lexeme>
  <lexeme><grapheme>Klingbeil</grapheme><phoneme>klˈɪŋbaɪl</phoneme></lexeme>
  <lexeme><grapheme>Kobakhidze</grapheme><phoneme>kˌoʊbəkˈiːdzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Koizumi</grapheme><phoneme>kˌoʊɪzˈuːmi</phoneme></lexeme>
  <lexeme><grapheme>Kordofan</grapheme><phoneme>kˌɔːɹdəfˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Kristersson</grapheme><phoneme>kɹˈɪstɚsən</phoneme></lexeme>
  <lexeme><grapheme>Kryvyi Rih</grapheme><phoneme>kɹɪvˌiː ɹˈiː</phoneme></lexeme>
  <lexeme><grapheme>Kupiansk</grapheme><grapheme>Kupyansk</grapheme><phoneme>kuːpjˈænsk</phoneme></lexeme>
  <lexeme><grapheme>Kvaratskhelia</grapheme><phoneme>kvˌɑːɹətskˈeɪliə</phoneme></lexeme>
  <lexeme><grapheme>Kyiv</grapheme><alias>Keev</alias></lexeme>
  <lexeme><grapheme>Kyriakos</grapheme><phoneme>kˌɪɹiˈɑːkəs</phoneme></lexeme>
  <lexeme><grapheme>Kılıçdaroğlu</grapheme><grapheme>Kilicdaroglu</grapheme><phoneme>kˌɪlɪtʃdˈɑːɹoʊluː</phoneme></lexeme>
  <lexeme><grapheme>LEDs</grapheme><alias>L E D's</alias></lexeme>
  <lexeme><grapheme>LGBTI</grapheme><alias>L G B T I</alias></lexeme>
  <lexeme><grapheme>LGBTQIA</grapheme><alias>L G B T Q I A</alias></lexeme>
  <lexeme><grapheme>LVMH</grapheme><alias>L V M H</alias></lexeme>
  <lexeme><grapheme>Lai Ching-te</grapheme><phoneme>lˌaɪ tʃˌɪŋ tˈə</phoneme></lexeme>
  <lexeme><grapheme>Lamine</grapheme><phoneme>ləmˈiːn</phoneme></lexeme>
  <lexeme><grapheme>Lavrov</grapheme><phoneme>lˈævɹɔf</phoneme></lexeme>
  <lexeme><grapheme>Leclerc</grapheme><phoneme>ləklˈɛɹ</phoneme></lexeme>
  <lexeme><grapheme>Lecornu</grapheme><phoneme>ləkɔːɹnˈuː</phoneme></lexeme>
  <lexeme><grapheme>Lewandowski</grapheme><phoneme>lˌɛvəndˈɔfski</phoneme></lexeme>
  <lexeme><grapheme>Leyen</grapheme><phoneme>lˈaɪən</phoneme></lexeme>
  <lexeme><grapheme>Li Qiang</grapheme><phoneme>lˌiː tʃiˈɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>Lviv</grapheme><phoneme>ləvˈiːv</phoneme></lexeme>
  <lexeme><grapheme>Maduro</grapheme><phoneme>mədˈʊɹoʊ</phoneme></lexeme>
  <lexeme><grapheme>Magyar</grapheme><phoneme>mˈɑːdjɑːɹ</phoneme></lexeme>
  <lexeme><grapheme>Mahama</grapheme><phoneme>məhˈɑːmə</phoneme></lexeme>
  <lexeme><grapheme>Maiduguri</grapheme><phoneme>maɪdˈuːɡʊɹi</phoneme></lexeme>
  <lexeme><grapheme>Malema</grapheme><phoneme>məlˈɛmə</phoneme></lexeme>
  <lexeme><grapheme>Mamdani</grapheme><phoneme>mɑːmdˈɑːni</phoneme></lexeme>
  <lexeme><grapheme>Mattarella</grapheme><phoneme>mˌætəɹˈɛlə</phoneme></lexeme>
  <lexeme><grapheme>Mbappé</grapheme><grapheme>Mbappe</grapheme><phoneme>ɛmbˈæpeɪ</phoneme></lexeme>
  <lexeme><grapheme>Medellín</grapheme><grapheme>Medellin</grapheme><phoneme>mˌɛdəjˈiːn</phoneme></lexeme>
  <lexeme><grapheme>Mercosur</grapheme><phoneme>mˈɜːkəsʊɹ</phoneme></lexeme>
  <lexeme><grapheme>Merz</grapheme><phoneme>mˈɛɹts</phoneme></lexeme>
  <lexeme><grapheme>Micheál</grapheme><phoneme>mˈiːhɔːl</phoneme></lexeme>
  <lexeme><grapheme>Michoacán</grapheme><grapheme>Michoacan</grapheme><phoneme>mˌiːtʃoʊəkˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Milanović</grapheme><grapheme>Milanovic</grapheme><phoneme>mɪlˈɑːnəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Milei</grapheme><phoneme>mɪlˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Min Aung Hlaing</grapheme><phoneme>mˌɪn ˌaʊŋ lˈaɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Mindanao</grapheme><phoneme>mˌɪndənˈaʊ</phoneme></lexeme>
  <lexeme><grapheme>Mitrovica</grapheme><phoneme>mˌɪtɹəvˈiːtsə</phoneme></lexeme>
  <lexeme><grapheme>Mitsotakis</grapheme><phoneme>mˌɪtsoʊtˈɑːkɪs</phoneme></lexeme>
  <lexeme><grapheme>Mnangagwa</grapheme><phoneme>mənɑːŋɡˈɑːɡwə</phoneme></lexeme>
  <lexeme><grapheme>Modrić</grapheme><grapheme>Modric</grapheme><phoneme>mˈoʊdɹɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Mojtaba</grapheme><phoneme>moʊdʒtəbˈɑː</phoneme></lexeme>
  <lexeme><grapheme>Mounjaro</grapheme><phoneme>maʊndʒˈɑːɹoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mourinho</grapheme><phoneme>məɹˈiːnjoʊ</phoneme></lexeme>
  <lexeme><grapheme>Musetti</grapheme><phoneme>muːzˈɛti</phoneme></lexeme>
  <lexeme><grapheme>Museveni</grapheme><phoneme>muːsˈɛvəni</phoneme></lexeme>
  <lexeme><grapheme>Musiala</grapheme><phoneme>mˌuːziˈɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Mutharika</grapheme><phoneme>mˌuːtəɹˈiːkə</phoneme></lexeme>
  <lexeme><grapheme>Mykolaiv</grapheme><phoneme>mˌɪkəlˈaɪɪv</phoneme></lexeme>
  <lexeme><grapheme>Mélenchon</grapheme><grapheme>Melenchon</grapheme><phoneme>mˌeɪlɑːnʃˈɔn</phoneme></lexeme>
  <lexeme><grapheme>NAACP</grapheme><alias>N A A C P</alias></lexeme>
  <lexeme><grapheme>NCAA</grapheme><alias>N C A A</alias></lexeme>
  <lexeme><grapheme>NOAA</grapheme><alias>Noah</alias></lexeme>
  <lexeme><grapheme>Nagelsmann</grapheme><phoneme>nˈɑːɡəlzmɑːn</phoneme></lexeme>
  <lexeme><grapheme>Nagorno-Karabakh</grapheme><phoneme>nəɡˌɔːɹnoʊ kˌæɹəbˈæk</phoneme></lexeme>
  <lexeme><grapheme>Natanz</grapheme><phoneme>nətˈænz</phoneme></lexeme>
  <lexeme><grapheme>Navalnaya</grapheme><phoneme>nəvˈɑːlnəjə</phoneme></lexeme>
  <lexeme><grapheme>Nawrocki</grapheme><phoneme>nɑːvɹˈɔtski</phoneme></lexeme>
  <lexeme><grapheme>Naypyidaw</grapheme><grapheme>Nay Pyi Taw</grapheme><phoneme>nˌeɪpjidˈɔː</phoneme></lexeme>
  <lexeme><grapheme>Ncuti</grapheme><phoneme>ʃˈuːti</phoneme></lexeme>
  <lexeme><grapheme>Nguyễn</grapheme><grapheme>Nguyen</grapheme><phoneme>wˈɪn</phoneme></lexeme>
  <lexeme><grapheme>Niamh</grapheme><alias>Neev</alias></lexeme>
  <lexeme><grapheme>Nicușor</grapheme><grapheme>Nicuşor</grapheme><grapheme>Nicusor</grapheme><phoneme>nˈiːkuːʃɔːɹ</phoneme></lexeme>
  <lexeme><grapheme>Nike</grapheme><alias>Nikey</alias></lexeme>
  <lexeme><grapheme>Noboa</grapheme><phoneme>noʊbˈoʊə</phoneme></lexeme>
  <lexeme><grapheme>Noem</grapheme><phoneme>nˈoʊm</phoneme></lexeme>
  <lexeme><grapheme>Nuseirat</grapheme><phoneme>nˌuːseɪɹˈɑːt</phoneme></lexeme>
  <lexeme><grapheme>Nvidia</grapheme><phoneme>ɛnvˈɪdiə</phoneme></lexeme>
  <lexeme><grapheme>OAPs</grapheme><alias>O A P's</alias></lexeme>
  <lexeme><grapheme>OFAC</grapheme><alias>oh fack</alias></lexeme>
  <lexeme><grapheme>OPCW</grapheme><alias>O P C W</alias></lexeme>
  <lexeme><grapheme>OSCE</grapheme><alias>O S C E</alias></lexeme>
  <lexeme><grapheme>Ocasio-Cortez</grapheme><phoneme>oʊkˌɑːsioʊ kɔːɹtˈɛz</phoneme></lexeme>
  <lexeme><grapheme>Ocon</grapheme><phoneme>oʊkˈɔn</phoneme></lexeme>
  <lexeme><grapheme>Oireachtas</grapheme><alias>Erocktus</alias></lexeme>
  <lexeme><grapheme>Okonjo-Iweala</grapheme><phoneme>oʊkˌɔndʒoʊ ɪwiːˈɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Orbán</grapheme><grapheme>Orban</grapheme><phoneme>ˈɔːɹbɑːn</phoneme></lexeme>
  <lexeme><grapheme>Ouagadougou</grapheme><phoneme>wˌɑːɡədˈuːɡuː</phoneme></lexeme>
  <lexeme><grapheme>Ozempic</grapheme><phoneme>oʊzˈɛmpɪk</phoneme></lexeme>
  <lexeme><grapheme>PTAs</grapheme><alias>P T A's</alias></lexeme>
  <lexeme><grapheme>Paetongtarn</grapheme><phoneme>pˌeɪtɔŋtˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Pahalgam</grapheme><phoneme>pəhˈælɡəm</phoneme></lexeme>
  <lexeme><grapheme>Paolini</grapheme><phoneme>paʊlˈiːni</phoneme></lexeme>
  <lexeme><grapheme>Paribas</grapheme><phoneme>pˌæɹɪbˈɑː</phoneme></lexeme>
  <lexeme><grapheme>Pashinyan</grapheme><phoneme>pˌæʃɪnjˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Peskov</grapheme><phoneme>pˈɛskɔf</phoneme></lexeme>
  <lexeme><grapheme>Pezeshkian</grapheme><phoneme>pˌɛzɛʃkiˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Phnom Penh</grapheme><phoneme>pənˌɔm pˈɛn</phoneme></lexeme>
  <lexeme><grapheme>Piastri</grapheme><phoneme>piˈæstɹi</phoneme></lexeme>
  <lexeme><grapheme>Plaid Cymru</grapheme><alias>Plide Kumree</alias></lexeme>
  <lexeme><grapheme>Plenković</grapheme><grapheme>Plenkovic</grapheme><phoneme>plˈɛnkəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Pogačar</grapheme><grapheme>Pogacar</grapheme><phoneme>pɔɡˈɑːtʃɑːɹ</phoneme></lexeme>
  <lexeme><grapheme>Pokrovsk</grapheme><phoneme>pəkɹˈɔfsk</phoneme></lexeme>
  <lexeme><grapheme>Postecoglou</grapheme><phoneme>pˌɔstəkˈɔɡluː</phoneme></lexeme>
  <lexeme><grapheme>Poznań</grapheme><phoneme>pˈɔznæn</phoneme></lexeme>
  <lexeme><grapheme>Prabowo</grapheme><phoneme>pɹəbˈoʊwoʊ</phoneme></lexeme>
  <lexeme><grapheme>Praggnanandhaa</grapheme><phoneme>pɹˌæɡnənˈɑːndə</phoneme></lexeme>
  <lexeme><grapheme>Prigozhin</grapheme><phoneme>pɹɪɡˈoʊʒɪn</phoneme></lexeme>
  <lexeme><grapheme>Puigdemont</grapheme><phoneme>pˌuːdʒdəmˈɔn</phoneme></lexeme>
  <lexeme><grapheme>Putin</grapheme><alias>Pootin</alias></lexeme>
  <lexeme><grapheme>Qinwen</grapheme><phoneme>tʃɪnwˈʌn</phoneme></lexeme>
  <lexeme><grapheme>Quai d'Orsay</grapheme><grapheme>Quai d’Orsay</grapheme><phoneme>kˌeɪ dɔːɹsˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Qwen</grapheme><phoneme>kwˈɛn</phoneme></lexeme>
  <lexeme><grapheme>RSPCA</grapheme><alias>R S P C A</alias></lexeme>
  <lexeme><grapheme>Raducanu</grapheme><phoneme>ɹˌædəkˈɑːnuː</phoneme></lexeme>
  <lexeme><grapheme>Rafah</grapheme><phoneme>ɹˈɑːfə</phoneme></lexeme>
  <lexeme><grapheme>Rakhine</grapheme><phoneme>ɹəkˈaɪn</phoneme></lexeme>
  <lexeme><grapheme>Ramaphosa</grapheme><phoneme>ɹˌæməpˈoʊzə</phoneme></lexeme>
  <lexeme><grapheme>Ramaswamy</grapheme><phoneme>ɹˌɑːməswˈɑːmi</phoneme></lexeme>
  <lexeme><grapheme>Raphinha</grapheme><phoneme>ɹɑːfˈiːnjə</phoneme></lexeme>
  <lexeme><grapheme>Recep Tayyip</grapheme><phoneme>ɹˌɛdʒɛp taɪˈiːp</phoneme></lexeme>
  <lexeme><grapheme>Retailleau</grapheme><phoneme>ɹˌɛtaɪˈoʊ</phoneme></lexeme>
  <lexeme><grapheme>Reykjavík</grapheme><grapheme>Reykjavik</grapheme><phoneme>ɹˈeɪkjəvɪk</phoneme></lexeme>
  <lexeme><grapheme>Rheinmetall</grapheme><phoneme>ɹˈaɪnmətɑːl</phoneme></lexeme>
  <lexeme><grapheme>Rhun ap Iorwerth</grapheme><phoneme>ɹˌiːn æp jˈɔːɹwɛɹθ</phoneme></lexeme>
  <lexeme><grapheme>Roglič</grapheme><grapheme>Roglic</grapheme><phoneme>ɹˈoʊɡlɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Rutte</grapheme><phoneme>ɹˈʊtə</phoneme></lexeme>
  <lexeme><grapheme>Rybakina</grapheme><phoneme>ɹɪbˈɑːkɪnə</phoneme></lexeme>
  <lexeme><grapheme>Rzeszów</grapheme><grapheme>Rzeszow</grapheme><phoneme>ʒˈɛʃuːf</phoneme></lexeme>
  <lexeme><grapheme>Róisín</grapheme><grapheme>Roisin</grapheme><phoneme>ɹoʊʃˈiːn</phoneme></lexeme>
  <lexeme><grapheme>SEIU</grapheme><alias>S E I U</alias></lexeme>
  <lexeme><grapheme>Sabalenka</grapheme><phoneme>sˌæbəlˈɛŋkə</phoneme></lexeme>
  <lexeme><grapheme>Sadiq</grapheme><phoneme>sədˈiːk</phoneme></lexeme>
  <lexeme><grapheme>Saka</grapheme><phoneme>sˈɑːkə</phoneme></lexeme>
  <lexeme><grapheme>Sanaa</grapheme><grapheme>Sana'a</grapheme><grapheme>Sana’a</grapheme><phoneme>sənˈɑː</phoneme></lexeme>
  <lexeme><grapheme>Sanae</grapheme><phoneme>sɑːnˈɑːeɪ</phoneme></lexeme>
  <lexeme><grapheme>Saoirse</grapheme><phoneme>sˈɜːʃə</phoneme></lexeme>
  <lexeme><grapheme>Satya</grapheme><phoneme>sˈʌtjə</phoneme></lexeme>
  <lexeme><grapheme>Scholz</grapheme><phoneme>ʃˈɔlts</phoneme></lexeme>
  <lexeme><grapheme>Schoof</grapheme><phoneme>skˈoʊf</phoneme></lexeme>
  <lexeme><grapheme>Sderot</grapheme><phoneme>sdɛɹˈoʊt</phoneme></lexeme>
  <lexeme><grapheme>Sejm</grapheme><phoneme>sˈeɪm</phoneme></lexeme>
  <lexeme><grapheme>Seán</grapheme><alias>Sean</alias></lexeme>
  <lexeme><grapheme>Shehbaz</grapheme><phoneme>ʃeɪbˈɑːz</phoneme></lexeme>
  <lexeme><grapheme>Shein</grapheme><phoneme>ʃˈiːɪn</phoneme></lexeme>
  <lexeme><grapheme>Shinzo Abe</grapheme><phoneme>ʃˌɪnzoʊ ˈɑːbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Siddaramaiah</grapheme><phoneme>sˌɪdəɹəmˈaɪə</phoneme></lexeme>
  <lexeme><grapheme>Sinn Fein</grapheme><alias>Shin Fane</alias></lexeme>
  <lexeme><grapheme>Sinn Féin</grapheme><alias>Shin Fane</alias></lexeme>
  <lexeme><grapheme>Sinéad</grapheme><grapheme>Sinead</grapheme><phoneme>ʃɪnˈeɪd</phoneme></lexeme>
  <lexeme><grapheme>Siobhán</grapheme><grapheme>Siobhan</grapheme><phoneme>ʃɪvˈɔːn</phoneme></lexeme>
  <lexeme><grapheme>Smotrich</grapheme><phoneme>smˈoʊtɹɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Société Générale</grapheme><grapheme>Societe Generale</grapheme><phoneme>soʊsiˌeɪteɪ ʒˌɛneɪɹˈɑːl</phoneme></lexeme>
  <lexeme><grapheme>Southwark</grapheme><alias>Suthuck</alias></lexeme>
  <lexeme><grapheme>Spanberger</grapheme><phoneme>spˈænbɜːɡɚ</phoneme></lexeme>
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>sɹˌɛbɹənˈiːtsə</phoneme></lexeme>
  <lexeme><grapheme>Stellantis</grapheme><phoneme>stɛlˈæntɪs</phoneme></lexeme>
  <lexeme><grapheme>Støre</grapheme><phoneme>stˈɜːɹə</phoneme></lexeme>
  <lexeme><grapheme>Subianto</grapheme><phoneme>sˌuːbiˈɑːntoʊ</phoneme></lexeme>
  <lexeme><grapheme>Suk Yeol</grapheme><grapheme>Suk-yeol</grapheme><phoneme>sˌʌk jˈʌl</phoneme></lexeme>
  <lexeme><grapheme>Sunak</grapheme><phoneme>sˈuːnæk</phoneme></lexeme>
  <lexeme><grapheme>Sutskever</grapheme><phoneme>sˈuːtskəvɚ</phoneme></lexeme>
  <lexeme><grapheme>Suwałki</grapheme><grapheme>Suwalki</grapheme><phoneme>suːvˈaʊki</phoneme></lexeme>
  <lexeme><grapheme>Svyrydenko</grapheme><phoneme>svˌɪɹɪdˈɛŋkoʊ</phoneme></lexeme>
  <lexeme><grapheme>Sweida</grapheme><grapheme>Suwayda</grapheme><phoneme>swˈeɪdə</phoneme></lexeme>
  <lexeme><grapheme>Sybiha</grapheme><phoneme>sɪbˈiːhə</phoneme></lexeme>
  <lexeme><grapheme>Syrskyi</grapheme><grapheme>Syrskyy</grapheme><grapheme>Syrsky</grapheme><phoneme>sˈɪɹski</phoneme></lexeme>
  <lexeme><grapheme>Szczecin</grapheme><phoneme>ʃtʃˈɛtʃiːn</phoneme></lexeme>
  <lexeme><grapheme>Szijjártó</grapheme><grapheme>Szijjarto</grapheme><phoneme>sˈiːjɑːɹtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Szoboszlai</grapheme><phoneme>sˈoʊbəslaɪ</phoneme></lexeme>
  <lexeme><grapheme>São Paulo</grapheme><grapheme>Sao Paulo</grapheme><phoneme>sˌaʊ pˈaʊloʊ</phoneme></lexeme>
  <lexeme><grapheme>São Tomé</grapheme><grapheme>Sao Tome</grapheme><phoneme>sˌaʊ təmˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Sébastien</grapheme><grapheme>Sebastien</grapheme><phoneme>seɪbˈæstiɛn</phoneme></lexeme>
  <lexeme><grapheme>Séjourné</grapheme><grapheme>Sejourne</grapheme><phoneme>sˌeɪʒʊɹnˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Söder</grapheme><grapheme>Soeder</grapheme><phoneme>zˈɜːdɚ</phoneme></lexeme>
  <lexeme><grapheme>THAAD</grapheme><phoneme>θˈæd</phoneme></lexeme>
  <lexeme><grapheme>TSMC</grapheme><alias>T S M C</alias></lexeme>
  <lexeme><grapheme>Tadhg</grapheme><phoneme>tˈaɪɡ</phoneme></lexeme>
  <lexeme><grapheme>Tajani</grapheme><phoneme>tɑːjˈɑːni</phoneme></lexeme>
  <lexeme><grapheme>Takaichi</grapheme><phoneme>tˌɑːkɑːˈiːtʃi</phoneme></lexeme>
  <lexeme><grapheme>Taoiseach</grapheme><alias>Teeshock</alias></lexeme>
  <lexeme><grapheme>Tchaikovsky</grapheme><alias>Chaikovsky</alias></lexeme>
  <lexeme><grapheme>Temu</grapheme><phoneme>tˈiːmuː</phoneme></lexeme>
  <lexeme><grapheme>Thaksin</grapheme><phoneme>tˈæksɪn</phoneme></lexeme>
  <lexeme><grapheme>ThyssenKrupp</grapheme><grapheme>Thyssenkrupp</grapheme><phoneme>tˌɪsən kɹˈʊp</phoneme></lexeme>
  <lexeme><grapheme>Tikhanovskaya</grapheme><phoneme>tˌiːkənˈɔfskəjə</phoneme></lexeme>
  <lexeme><grapheme>Tottenham</grapheme><alias>Tottnum</alias></lexeme>
  <lexeme><grapheme>Traoré</grapheme><grapheme>Traore</grapheme><phoneme>tɹaʊɹˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Trzaskowski</grapheme><phoneme>tʃəskˈɔfski</phoneme></lexeme>
  <lexeme><grapheme>Tsai Ing-wen</grapheme><phoneme>tsˌaɪ ˌɪŋ wˈʌn</phoneme></lexeme>
  <lexeme><grapheme>Tshisekedi</grapheme><phoneme>tʃˌɪsəkˈeɪdi</phoneme></lexeme>
  <lexeme><grapheme>Tsikhanouskaya</grapheme><phoneme>tsˌiːkənˈuːskəjə</phoneme></lexeme>
  <lexeme><grapheme>Tsitsipas</grapheme><phoneme>tsˌɪtsɪpˈɑːs</phoneme></lexeme>
  <lexeme><grapheme>Tuchel</grapheme><phoneme>tˈuːkəl</phoneme></lexeme>
  <lexeme><grapheme>Tánaiste</grapheme><alias>Tawnishta</alias></lexeme>
  <lexeme><grapheme>UAVs</grapheme><alias>U A V's</alias></lexeme>
  <lexeme><grapheme>UCLA</grapheme><alias>U C L A</alias></lexeme>
  <lexeme><grapheme>UEFA</grapheme><grapheme>Uefa</grapheme><phoneme>juːˈeɪfə</phoneme></lexeme>
  <lexeme><grapheme>UKHSA</grapheme><alias>U K H S A</alias></lexeme>
  <lexeme><grapheme>UKVI</grapheme><alias>U K V I</alias></lexeme>
  <lexeme><grapheme>UNDP</grapheme><alias>U N D P</alias></lexeme>
  <lexeme><grapheme>UNFPA</grapheme><alias>U N F P A</alias></lexeme>
  <lexeme><grapheme>UNHCR</grapheme><alias>U N H C R</alias></lexeme>
  <lexeme><grapheme>UNIFIL</grapheme><grapheme>Unifil</grapheme><phoneme>jˈuːnɪfɪl</phoneme></lexeme>
  <lexeme><grapheme>UNODC</grapheme><alias>U N O D C</alias></lexeme>
  <lexeme><grapheme>UNRWA</grapheme><alias>unra</alias></lexeme>
  <lexeme><grapheme>USAID</grapheme><alias>U S Aid</alias></lexeme>
  <lexeme><grapheme>USDA</grapheme><alias>U S D A</alias></lexeme>
  <lexeme><grapheme>USGS</grapheme><alias>U S G S</alias></lexeme>
  <lexeme><grapheme>USMCA</grapheme><alias>U S M C A</alias></lexeme>
  <lexeme><grapheme>USPS</grapheme><alias>U S P S</alias></lexeme>
  <lexeme><grapheme>Uribe</grapheme><phoneme>uːɹˈiːbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Usyk</grapheme><phoneme>ˈuːsɪk</phoneme></lexeme>
  <lexeme><grapheme>Uttarakhand</grapheme><phoneme>ˌʊtəɹˈɑːkənd</phoneme></lexeme>
  <lexeme><grapheme>Uyghur</grapheme><alias>Weegur</alias></lexeme>
  <lexeme><grapheme>Varadkar</grapheme><phoneme>vəɹˈædkɚ</phoneme></lexeme>
  <lexeme><grapheme>Versailles</grapheme><alias>Vair sigh</alias></lexeme>
  <lexeme><grapheme>Verstappen</grapheme><phoneme>vɚstˈɑːpən</phoneme></lexeme>
  <lexeme><grapheme>Vingegaard</grapheme><phoneme>vˈɪŋəɡɔːɹ</phoneme></lexeme>
  <lexeme><grapheme>Vinícius</grapheme><grapheme>Vinicius</grapheme><phoneme>vɪnˈiːsiəs</phoneme></lexeme>
  <lexeme><grapheme>Vivek</grapheme><phoneme>vɪvˈeɪk</phoneme></lexeme>
  <lexeme><grapheme>Volodymyr</grapheme><phoneme>vˌɑːlədˈiːmɪɹ</phoneme></lexeme>
  <lexeme><grapheme>Vovchansk</grapheme><phoneme>voʊvtʃˈænsk</phoneme></lexeme>
  <lexeme><grapheme>Vučić</grapheme><grapheme>Vucic</grapheme><phoneme>vˈuːtʃɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Wadephul</grapheme><phoneme>vˈɑːdəfuːl</phoneme></lexeme>
  <lexeme><grapheme>Wagenknecht</grapheme><phoneme>vˈɑːɡənkˌnɛkt</phoneme></lexeme>
  <lexeme><grapheme>Wang Yi</grapheme><phoneme>wˌɑːŋ jˈiː</phoneme></lexeme>
  <lexeme><grapheme>Wegovy</grapheme><phoneme>wɪɡˈoʊvi</phoneme></lexeme>
  <lexeme><grapheme>Weidel</grapheme><phoneme>vˈaɪdəl</phoneme></lexeme>
  <lexeme><grapheme>Wembanyama</grapheme><phoneme>wˌɛmbənjˈɑːmə</phoneme></lexeme>
  <lexeme><grapheme>Wirtz</grapheme><phoneme>vˈɪɹts</phoneme></lexeme>
  <lexeme><grapheme>Wrocław</grapheme><grapheme>Wroclaw</grapheme><phoneme>vɹˈɔtslɑːf</phoneme></lexeme>
  <lexeme><grapheme>Xi</grapheme><alias>Shee</alias></lexeme>
  <lexeme><grapheme>Xi'an</grapheme><grapheme>Xi’an</grapheme><phoneme>ʃˌiːˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Xiaomi</grapheme><phoneme>ʃˈaʊmi</phoneme></lexeme>
  <lexeme><grapheme>Xinjiang</grapheme><alias>Shinjiang</alias></lexeme>
  <lexeme><grapheme>Xiomara</grapheme><phoneme>ˌsiːoʊmˈɑːɹə</phoneme></lexeme>
  <lexeme><grapheme>YMCA</grapheme><alias>Y M C A</alias></lexeme>
  <lexeme><grapheme>YWCA</grapheme><alias>Y W C A</alias></lexeme>
  <lexeme><grapheme>Yamal</grapheme><phoneme>jəmˈɑːl</phoneme></lexeme>
  <lexeme><grapheme>Yaoundé</grapheme><grapheme>Yaounde</grapheme><phoneme>jˌɑːʊndˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Yermak</grapheme><phoneme>jɛɹmˈɑːk</phoneme></lexeme>
  <lexeme><grapheme>Zaluzhny</grapheme><grapheme>Zaluzhnyi</grapheme><grapheme>Zaluzhnyy</grapheme><phoneme>zəlˈuːʒni</phoneme></lexeme>
  <lexeme><grapheme>Zaporizhzhia</grapheme><grapheme>Zaporizhia</grapheme><grapheme>Zaporizhzhya</grapheme><phoneme>zˌæpəɹˈiːʒə</phoneme></lexeme>
  <lexeme><grapheme>Zelenskyy</grapheme><grapheme>Zelensky</grapheme><grapheme>Zelenskiy</grapheme><phoneme>zəlˈɛnski</phoneme></lexeme>
  <lexeme><grapheme>Zohran</grapheme><phoneme>zˈoʊɹɑːn</phoneme></lexeme>
  <lexeme><grapheme>Zourabichvili</grapheme><phoneme>zˌʊɹəbɪʃvˈiːli</phoneme></lexeme>
  <lexeme><grapheme>al-Sharaa</grapheme><grapheme>Al-Sharaa</grapheme><phoneme>ˌæl ʃˈɑːɹə</phoneme></lexeme>
  <lexeme><grapheme>al-Sisi</grapheme><grapheme>Al-Sisi</grapheme><grapheme>el-Sisi</grapheme><phoneme>ˌæl sˈiːsi</phoneme></lexeme>
  <lexeme><grapheme>coup</grapheme><alias>coo</alias></lexeme>
  <lexeme><grapheme>coups</grapheme><alias>coos</alias></lexeme>
  <lexeme><grapheme>quinoa</grapheme><alias>keenwah</alias></lexeme>
  <lexeme><grapheme>tirzepatide</grapheme><phoneme>tɜːzˈɛpətaɪd</phoneme></lexeme>
  <lexeme><grapheme>von der Leyen</grapheme><grapheme>Von der Leyen</grapheme><phoneme>fˌɔn dɚ lˈaɪən</phoneme></lexeme>
  <lexeme><grapheme>Élysée</grapheme><grapheme>Elysée</grapheme><grapheme>Elysee</grapheme><phoneme>ˌeɪliːzˈeɪ</phoneme></lexeme>
  <lexeme><grapheme>Ødegaard</grapheme><grapheme>Odegaard</grapheme><phoneme>ˈɜːdəɡɔːɹ</phoneme></lexeme>
  <lexeme><grapheme>Ørsted</grapheme><grapheme>Orsted</grapheme><phoneme>ˈɜːstɛd</phoneme></lexeme>
  <lexeme><grapheme>Čeferin</grapheme><grapheme>Ceferin</grapheme><phoneme>tʃˈɛfəɹɪn</phoneme></lexeme>
  <lexeme><grapheme>İmamoğlu</grapheme><grapheme>Imamoğlu</grapheme><grapheme>Imamoglu</grapheme><phoneme>ɪmˈɑːmoʊluː</phoneme></lexeme>
  <lexeme><grapheme>Łódź</grapheme><grapheme>Lodz</grapheme><phoneme>wˈuːdʒ</phoneme></lexeme>
  <lexeme><grapheme>Świątek</grapheme><grapheme>Swiatek</grapheme><phoneme>ʃvjˈɔntɛk</phoneme></lexeme>
</lexicon>
