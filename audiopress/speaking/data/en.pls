<?xml version="1.0" encoding="UTF-8"?>
<!-- Shipped with audiopress: English initials that voices would take for words, and words that
     they say in a way no newsreader would. A show's own lexicon wins over it. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>AARP</grapheme><alias>A A R P</alias></lexeme>
  <lexeme><grapheme>ACLU</grapheme><alias>A C L U</alias></lexeme>
  <lexeme><grapheme>AGMs</grapheme><alias>A G M's</alias></lexeme>
  <lexeme><grapheme>AIPAC</grapheme><alias>eye pack</alias></lexeme>
  <lexeme><grapheme>AONB</grapheme><alias>A O N B</alias></lexeme>
  <lexeme><grapheme>APIs</grapheme><alias>A P I's</alias></lexeme>
  <lexeme><grapheme>ASBO</grapheme><alias>azbo</alias></lexeme>
  <lexeme><grapheme>Buttigieg</grapheme><alias>Boota judge</alias></lexeme>
  <lexeme><grapheme>Cholmondeley</grapheme><alias>Chumley</alias></lexeme>
  <lexeme><grapheme>Coup</grapheme><alias>Coo</alias></lexeme>
  <lexeme><grapheme>Dáil</grapheme><alias>Dawl</alias></lexeme>
  <lexeme><grapheme>EBRD</grapheme><alias>E B R D</alias></lexeme>
  <lexeme><grapheme>ECHR</grapheme><alias>E C H R</alias></lexeme>
  <lexeme><grapheme>EHRC</grapheme><alias>E H R C</alias></lexeme>
  <lexeme><grapheme>ESPN</grapheme><alias>E S P N</alias></lexeme>
  <lexeme><grapheme>ETFs</grapheme><alias>E T F's</alias></lexeme>
  <lexeme><grapheme>EVs</grapheme><alias>E V's</alias></lexeme>
  <lexeme><grapheme>Eoin</grapheme><alias>Owen</alias></lexeme>
  <lexeme><grapheme>FAQs</grapheme><alias>F A Q's</alias></lexeme>
  <lexeme><grapheme>Guangzhou</grapheme><alias>Gwang joe</alias></lexeme>
  <lexeme><grapheme>Hermès</grapheme><alias>Air mezz</alias></lexeme>
  <lexeme><grapheme>Houthi</grapheme><alias>Hoothy</alias></lexeme>
  <lexeme><grapheme>Houthis</grapheme><alias>Hoothies</alias></lexeme>
  <lexeme><grapheme>Huawei</grapheme><alias>Wah way</alias></lexeme>
  <lexeme><grapheme>IAEA</grapheme><alias>I A E A</alias></lexeme>
  <lexeme><grapheme>IBEW</grapheme><alias>I B E W</alias></lexeme>
  <lexeme><grapheme>ICAO</grapheme><alias>eye kay oh</alias></lexeme>
  <lexeme><grapheme>ICBM</grapheme><alias>I C B M</alias></lexeme>
  <lexeme><grapheme>ICBMs</grapheme><alias>I C B M's</alias></lexeme>
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
  <lexeme><grapheme>Kyiv</grapheme><alias>Keev</alias></lexeme>
  <lexeme><grapheme>LEDs</grapheme><alias>L E D's</alias></lexeme>
  <lexeme><grapheme>LGBTI</grapheme><alias>L G B T I</alias></lexeme>
  <lexeme><grapheme>LGBTQIA</grapheme><alias>L G B T Q I A</alias></lexeme>
  <lexeme><grapheme>NAACP</grapheme><alias>N A A C P</alias></lexeme>
  <lexeme><grapheme>NCAA</grapheme><alias>N C A A</alias></lexeme>
  <lexeme><grapheme>NOAA</grapheme><alias>Noah</alias></lexeme>
  <lexeme><grapheme>Niamh</grapheme><alias>Neev</alias></lexeme>
  <lexeme><grapheme>Nike</grapheme><alias>Nikey</alias></lexeme>
  <lexeme><grapheme>OAPs</grapheme><alias>O A P's</alias></lexeme>
  <lexeme><grapheme>OFAC</grapheme><alias>oh fack</alias></lexeme>
  <lexeme><grapheme>OPCW</grapheme><alias>O P C W</alias></lexeme>
  <lexeme><grapheme>OSCE</grapheme><alias>O S C E</alias></lexeme>
  <lexeme><grapheme>Oireachtas</grapheme><alias>Erocktus</alias></lexeme>
  <lexeme><grapheme>PTAs</grapheme><alias>P T A's</alias></lexeme>
  <lexeme><grapheme>Plaid Cymru</grapheme><alias>Plide Kumree</alias></lexeme>
  <lexeme><grapheme>Putin</grapheme><alias>Pootin</alias></lexeme>
  <lexeme><grapheme>RSPCA</grapheme><alias>R S P C A</alias></lexeme>
  <lexeme><grapheme>SEIU</grapheme><alias>S E I U</alias></lexeme>
  <lexeme><grapheme>Seán</grapheme><alias>Sean</alias></lexeme>
  <lexeme><grapheme>Sinn Fein</grapheme><alias>Shin Fane</alias></lexeme>
  <lexeme><grapheme>Sinn Féin</grapheme><alias>Shin Fane</alias></lexeme>
  <lexeme><grapheme>Southwark</grapheme><alias>Suthuck</alias></lexeme>
  <lexeme><grapheme>Taoiseach</grapheme><alias>Teeshock</alias></lexeme>
  <lexeme><grapheme>Tchaikovsky</grapheme><alias>Chaikovsky</alias></lexeme>
  <lexeme><grapheme>Tottenham</grapheme><alias>Tottnum</alias></lexeme>
  <lexeme><grapheme>Tánaiste</grapheme><alias>Tawnishta</alias></lexeme>
  <lexeme><grapheme>UAVs</grapheme><alias>U A V's</alias></lexeme>
  <lexeme><grapheme>UCLA</grapheme><alias>U C L A</alias></lexeme>
  <lexeme><grapheme>UKHSA</grapheme><alias>U K H S A</alias></lexeme>
  <lexeme><grapheme>UKVI</grapheme><alias>U K V I</alias></lexeme>
  <lexeme><grapheme>UNDP</grapheme><alias>U N D P</alias></lexeme>
  <lexeme><grapheme>UNFPA</grapheme><alias>U N F P A</alias></lexeme>
  <lexeme><grapheme>UNHCR</grapheme><alias>U N H C R</alias></lexeme>
  <lexeme><grapheme>UNODC</grapheme><alias>U N O D C</alias></lexeme>
  <lexeme><grapheme>UNRWA</grapheme><alias>unra</alias></lexeme>
  <lexeme><grapheme>USAID</grapheme><alias>U S Aid</alias></lexeme>
  <lexeme><grapheme>USDA</grapheme><alias>U S D A</alias></lexeme>
  <lexeme><grapheme>USGS</grapheme><alias>U S G S</alias></lexeme>
  <lexeme><grapheme>USMCA</grapheme><alias>U S M C A</alias></lexeme>
  <lexeme><grapheme>USPS</grapheme><alias>U S P S</alias></lexeme>
  <lexeme><grapheme>Uyghur</grapheme><alias>Weegur</alias></lexeme>
  <lexeme><grapheme>Uyghurs</grapheme><alias>Weegurs</alias></lexeme>
  <lexeme><grapheme>Versailles</grapheme><alias>Vair sigh</alias></lexeme>
  <lexeme><grapheme>Xi</grapheme><alias>Shee</alias></lexeme>
  <lexeme><grapheme>Xinjiang</grapheme><alias>Shinjiang</alias></lexeme>
  <lexeme><grapheme>YMCA</grapheme><alias>Y M C A</alias></lexeme>
  <lexeme><grapheme>YWCA</grapheme><alias>Y W C A</alias></lexeme>
  <lexeme><grapheme>coup</grapheme><alias>coo</alias></lexeme>
  <lexeme><grapheme>coups</grapheme><alias>coos</alias></lexeme>
  <lexeme><grapheme>quinoa</grapheme><alias>keenwah</alias></lexeme>
</lexicon>
