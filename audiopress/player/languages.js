/** What the player says in other languages: a phrase a line, in the order of `NAMES`. */

/** What `strings.js` and `words.js` call the phrases. */
const NAMES = ('listen play pause back forward previous next speed range of chapters transcript playlist '
  + 'download share copied device close more options follow back_to ai loading slow failed '
  + 'missing retry from arrows resumed begin tap continue sleep off end volume queue report').split(' ');

/** @returns {Partial<import('./types').Strings>} */
const read = (phrases) => Object.fromEntries(phrases.trim().split('\n').map((said, at) => [NAMES[at], said.trim()]));

export const LANGUAGES = {
  de: read(`
    Artikel anhören
    Abspielen
    Pause
    15 Sekunden zurück
    30 Sekunden vor
    Voriger Absatz
    Nächster Absatz
    Tempo
    Stelle
    {now} von {all}
    Kapitel
    Text
    Mehr hören
    Herunterladen
    Ab hier teilen
    Link kopiert. Er beginnt bei {time}.
    Auf anderem Gerät abspielen
    Schließen
    Mehr Bedienelemente
    Einstellungen
    Im Blick behalten, was gelesen wird
    Zur gelesenen Stelle
    KI-Stimme
    Audio wird geladen …
    Die Verbindung ist langsam. Es wird weiter geladen …
    Das Audio konnte nicht geladen werden.
    Das konnte nicht geladen werden.
    Noch einmal versuchen
    Ab hier abspielen: {words}
    Die Pfeiltasten führen von Absatz zu Absatz.
    Es geht weiter bei {time}.
    Von vorn
    Absatz antippen, um ihn zu hören
    Mit dem nächsten Artikel weitermachen
    Einschlaf-Timer
    Aus
    Am Ende des Artikels
    Lautstärke
    Als Nächstes hören: {title}
    „{word}“ falsch ausgesprochen?
  `),
  fr: read(`
    Écouter cet article
    Lire
    Pause
    Reculer de 15 secondes
    Avancer de 30 secondes
    Paragraphe précédent
    Paragraphe suivant
    Vitesse
    Position
    {now} sur {all}
    Chapitres
    Texte
    À écouter aussi
    Télécharger
    Partager à partir d’ici
    Lien copié. Il commence à {time}.
    Lire sur un autre appareil
    Fermer
    Plus de commandes
    Réglages
    Garder le passage lu à l’écran
    Revenir au passage lu
    Voix de synthèse (IA)
    Chargement de l’audio…
    La connexion est lente. Le chargement continue…
    L’audio n’a pas pu être chargé.
    Cela n’a pas pu être chargé.
    Réessayer
    Lire à partir d’ici : {words}
    Les flèches vont de paragraphe en paragraphe.
    Reprise à {time}.
    Depuis le début
    Toucher un paragraphe pour l’écouter
    Enchaîner avec l’article suivant
    Minuterie de veille
    Désactivée
    À la fin de l’article
    Volume
    Écouter ensuite : {title}
    « {word} » mal prononcé ?
  `),
  es: read(`
    Escuchar este artículo
    Reproducir
    Pausa
    Retroceder 15 segundos
    Avanzar 30 segundos
    Párrafo anterior
    Párrafo siguiente
    Velocidad
    Posición
    {now} de {all}
    Capítulos
    Texto
    Más para escuchar
    Descargar
    Compartir desde aquí
    Enlace copiado. Empieza en {time}.
    Reproducir en otro dispositivo
    Cerrar
    Más controles
    Ajustes
    Mantener a la vista lo que se lee
    Volver a lo que se lee
    Voz generada con IA
    Cargando el audio…
    La conexión es lenta. Sigue cargando…
    No se pudo cargar el audio.
    Esto no se pudo cargar.
    Reintentar
    Reproducir desde aquí: {words}
    Las flechas van de párrafo en párrafo.
    Continúa en {time}.
    Desde el principio
    Tocar un párrafo para escucharlo
    Seguir con el próximo artículo
    Temporizador
    Desactivado
    Al final del artículo
    Volumen
    Escuchar después: {title}
    ¿«{word}» mal pronunciado?
  `),
  ar: read(`
    استمع إلى هذا المقال
    تشغيل
    إيقاف مؤقت
    رجوع 15 ثانية
    تقديم 30 ثانية
    الفقرة السابقة
    الفقرة التالية
    السرعة
    الموضع
    {now} من {all}
    الفصول
    النص
    المزيد للاستماع
    تنزيل
    مشاركة من هنا
    نُسخ الرابط. يبدأ عند {time}.
    تشغيل على جهاز آخر
    إغلاق
    عناصر تحكم إضافية
    الإعدادات
    إبقاء ما يُقرأ ظاهرًا
    العودة إلى ما يُقرأ
    بصوت مُولَّد آليًا
    جارٍ تحميل الصوت…
    الاتصال بطيء. التحميل مستمر…
    تعذّر تحميل الصوت.
    تعذّر تحميل هذا الجزء.
    حاول مرة أخرى
    تشغيل من هنا: {words}
    تنقلك مفاتيح الأسهم من فقرة إلى فقرة.
    استؤنف من {time}.
    من البداية
    المس فقرة لسماعها
    المتابعة إلى المقال التالي
    مؤقت النوم
    إيقاف
    عند نهاية المقال
    مستوى الصوت
    استمع تاليًا: {title}
    هل نُطقت «{word}» خطأ؟
  `),
};
