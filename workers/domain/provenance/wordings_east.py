"""Attributions in the languages of Eastern Europe, Africa's north and Asia: one row a language.

Those that put no spaces between words, and Korean, are in `wordings_dense.py`.
"""

from typing import Final

from workers.domain.provenance.wordings import Wordings

_WORDS: Final = r"(?P<name>[^.,;:()\n|]{2,60}?)"

EASTERN: Final[tuple[Wordings, ...]] = (
    Wordings(
        language="ru",
        words=frozenset(
            (
                "впервые первоначально изначально сначала ранее оригинал перепечатано перепечатка"
                " разрешения"
            ).split()
        ),
        texts=(
            r"(?:эт[аоу]|этот|данн\w+|настоящ\w+|оригинал\w*(?: этой| этого| данной)?)?\s?"
            r"(?:материал|статья|статьи|запись"
            "|сообщение|текст|публикация|колонка|интервью|перевод|пост|новость|заметка|оригинал)"
            "а?"
        ),
        says=(
            (
                r"(?:впервые|первоначально|изначально|сначала|ранее) (?:был[аои]? )?"
                r"(?:опубликован\w*|появил\w+|вышл[аои]|вышел|размещ[её]н\w*|напечатан\w*)"
                "(?: (?:на|в|сайтом|изданием|порталом))?"
            ),
            (
                r"(?:был[аои]? )?(?:опубликован\w*|появил\w+|вышл[аои]|вышел) (?:впервые"
                "|первоначально|изначально|сначала) (?:на|в|изданием|сайтом)"
            ),
            r"(?:оригинал )?(?:опубликован\w*|размещ[её]н\w*|вышел|вышла) (?:на|в)",
            (
                r"(?:читать|читайте) (?:оригинал\w*|полн\w+ (?:версию|текст))"
                "(?: материала| статьи)? (?:на сайте|на|в)"
            ),
            r"(?:перепечатан\w*|перепечатка|публикуется)(?: с разрешения)?(?: из| с| на)?",
        ),
    ),
    Wordings(
        language="uk",
        words=frozenset(
            "вперше уперше спочатку спершу першочергово раніше передрук передруковано".split()
        ),
        texts=(
            "(?:цей|ця|це|дан\\w+)?\\s?(?:матеріал|стаття|запис|допис|текст|публікація|колонка"
            "|новина)"
        ),
        says=(
            (
                r"(?:[ву]перше|спочатку|спершу|першочергово|раніше) (?:бу[влоаи]+ )?"
                r"(?:опублікован\w*|з[’']яви\w+|вийш\w+|оприлюднен\w*|розміщен\w*) (?:на|в|у)"
            ),
            r"(?:бу[влоаи]+ )?(?:опублікован\w*|з[’']яви\w+) (?:[ву]перше|спочатку) (?:на|в|у)",
            r"передрук\w* (?:з|із)",
        ),
    ),
    Wordings(
        language="pl",
        words=frozenset(
            "pierwotnie pierwszy najpierw oryginalnie przedruk przedrukowano pochodzi".split()
        ),
        texts=(
            "(?:ten|ta|to|niniejszy) (?:artykuł|wpis|tekst|materiał|wywiad|felieton|post)"
            "|artykuł|wpis|tekst|materiał|wywiad"
        ),
        says=(
            (
                r"(?:został\w? )?(?:pierwotnie|po raz pierwszy|najpierw|oryginalnie)"
                r" (?:został\w? )?"
                r"(?:ukazał\w*(?: się)?|opublikowan\w+|pojawił\w*(?: się)?|się ukazał\w*)"
                " (?:w|na|przez|u|we)"
            ),
            (
                r"(?:został\w? )?(?:ukazał\w* się|opublikowan\w+|pojawił\w* się) (?:pierwotnie"
                "|po raz pierwszy|najpierw|oryginalnie) (?:w|na|przez|u)"
            ),
            "(?:pochodzi z|przedruk(?:owano)? z[ea]?)",
        ),
    ),
    Wordings(
        language="cs",
        words=frozenset(
            (
                "původně poprvé nejprve nejdřív nejdříve pochází převzato převzat převzata pôvodne"
                " prevzaté"
            ).split()
        ),
        texts=(
            "(?:tento|tato|toto) (?:článek|text|příspěvek|rozhovor|komentár|článok)"
            "|článek|článok|text|příspěvek|příspevok|rozhovor"
        ),
        says=(
            (
                r"(?:byl |bol )?(?:původně|poprvé|nejprve|nejdříve?|pôvodne) (?:vyšel|vyšlo|vyšiel"
                r"|publikován\w*|uveřejněn\w*|zveřejněn\w*|publikovan\w*) (?:na|v|ve)"
            ),
            (
                r"(?:se |byl )?(?:objevil|vyšel|publikován\w*) (?:původně|poprvé|nejprve"
                "|nejdříve?) (?:na|v|ve)"
            ),
            "(?:pochází z|převzat[oa]? z|prevzaté z)[eo]?",
        ),
    ),
    Wordings(
        language="hu",
        words=frozenset("eredetileg először".split()),
        texts="ez a(?:z)? (?:cikk|írás)|a cikk|az írás|az interjú|a szöveg",
        around=(
            (
                r"(?:először|eredetileg) (?:az? |a\(z\) )?"
                r"(?P<name>[^.\n]{2,50}?)(?:[- ]?(?:o|ö|e|é|a|á)?n| oldal[oá]n| portálon|-?ban"
                r"|-?ben"
                r"| hasábjain) (?:jelent|publik|volt)"
            ),
        ),
    ),
    Wordings(
        language="el",
        words=frozenset(
            "αρχικά πρώτα πρώτη αναδημοσίευση πρωτοδημοσιεύτηκε πρωτοδημοσιεύθηκε".split()
        ),
        texts="(?:αυτό |το παρόν |το |η )?(?:άρθρο|κείμενο|ανάρτηση|δημοσίευμα|συνέντευξη)",
        says=(
            (
                r"(?:δημοσιε\w+|εμφαν\w+) (?:αρχικά|πρώτα|για πρώτη φορά)"
                " (?:στο|στη|στην|στον|από)(?: τ[ονη]+)?"
            ),
            "(?:αρχικά|πρώτα|για πρώτη φορά) δημοσιε\\w+ (?:στο|στη|στην|στον|από)",
            r"πρωτοδημοσιε\w+ (?:στο|στη|στην|στον|από)",
            "αναδημοσίευση από(?: το| τη| την| τον)?",
        ),
    ),
    Wordings(
        language="tr",
        words=frozenset("ilk alınmıştır".split()),
        texts="bu (?:yazı|makale|haber|içerik|röportaj|metin)\\w*",
        around=(
            (
                rf"ilk (?:olarak |kez |defa |önce )?{_WORDS}\s?(?:['’](?:de|da|te|ta|nde|nda)\b "
                "| (?:sitesi|gazetesi|dergisi|üzeri|adresi|bloğu)\\w* |sitesinde |tarafından )"
                r"(?:\S+ ){0,3}?(?:yayım|yayın|çık|göründü)"
            ),
            rf"^\W*(?:bu \w+ )?{_WORDS}(?:['’][dt][ae]n| sitesinden) alınmıştır",
        ),
    ),
    Wordings(
        language="ar",
        words=frozenset("أولا أولاً الأولى مرة الأصل أصلا أصلاً إعادة أعيد بإذن".split()),
        texts=(
            "(?:تم |نُشر |نشر |نُشرت |نشرت |ظهر |ظهرت )?(?:هذا|هذه)?\\s?(?:المقال|المقالة|التقرير"
            "|التدوينة|الموضوع|الخبر|النص|نشر)"
        ),
        says=(
            (
                r"(?:نُشر\w*|نشر\w*|ظهر\w*)(?: هذا| هذه)?(?: المقال| المقالة| التقرير| الموضوع"
                r"| النص| التدوينة)? (?:لأول مرة|أولا|أولاً|في الأصل|أصلا|أصلاً|للمرة الأولى)"
                " (?:على|في|من|لدى|عبر)"
            ),
            r"(?:أعيد نشر\w*|إعادة نشر|نقل\w* بإذن)(?: \w+){0,3} (?:من|عن)",
        ),
        around=(
            (
                r"(?:نُشر|نشر|ظهر)\w*(?: هذا| هذه)? (?:المقال\w*|التقرير|التدوينة|الموضوع|الخبر"
                r"|مقال)"
                r"[^.\n]{0,120}? (?:أولاً|أولا|لأول مرة) (?:على|في) (?P<name>[^.،\n]{2,50})"
            ),
        ),
    ),
    Wordings(
        language="he",
        words=frozenset("לראשונה במקור".split()),
        texts="(?:הפוסט|המאמר|הכתבה|הטור|פוסט|הידיעה)",
        says=(
            "(?:הופיע\\w*|פורסם|פורסמה|התפרסם|התפרסמה) (?:לראשונה|במקור)(?: באתר| במגזין)?",
            "(?:לראשונה|במקור) (?:פורסם|פורסמה|הופיע\\w*)(?: באתר| ב)?",
        ),
    ),
    Wordings(
        language="fa",
        words=frozenset("بار ابتدا".split()),
        texts="این (?:مقاله|مطلب|نوشته|گزارش|یادداشت|متن)|مقاله|مطلب",
        says=("(?:برای )?(?:اولین بار|نخستین بار|ابتدا) (?:در|توسط)(?: سایت| روزنامه| وب‌سایت)?",),
    ),
    Wordings(
        language="hi",
        words=frozenset("मूल पहली सबसे मूलतः".split()),
        texts="(?:यह|इस) (?:लेख|खबर|रिपोर्ट|आलेख|साक्षात्कार)",
        around=(
            (
                r"(?:यह|इस) (?:लेख|खबर|रिपोर्ट|आलेख|साक्षात्कार)(?: को)? (?:मूल रूप से|पहली बार"
                r"|सबसे पहले|मूलतः) (?P<name>[^।.\n]{2,50}?) (?:पर|में|द्वारा) (?:प्रकाशित|छप)"
            ),
        ),
    ),
    Wordings(
        language="id",
        words=frozenset(
            (
                "telah pertama sebelumnya awalnya semula disadur diambil diterjemahkan diterbitkan"
                " disalin asli aslinya sudah pernah"
            ).split()
        ),
        texts=("(?:artikel|tulisan|berita|postingan|konten|liputan|laporan|opini|naskah)(?: ini)?"),
        says=(
            (
                "(?:telah |sudah )?(?:pertama kali|semula|sebelumnya|awalnya|pertama) (?:telah )?"
                "(?:di)?(?:terbit|tayang|tampil|publikasi|muat|muncul|tulis|unggah|siar)(?:kan)?"
                " (?:di|oleh|pada|dalam)(?: situs| laman| portal| media)?"
            ),
            "(?:telah|sudah|pernah) (?:tayang|terbit|dimuat) (?:di|pada)(?: situs| laman)?",
            "asli(?:nya)? (?:di)?(?:terbit|tayang|muat|publikasi)(?:kan)? (?:di|oleh|pada)",
            "(?:ini )?(?:disadur|diambil|diterjemahkan|diterbitkan ulang|disalin) dari",
        ),
    ),
    Wordings(
        language="vi",
        starts="cô lầ xu đã đă đư đầ",
        words=frozenset("đầu tiên lại".split()),
        texts="bài(?: viết| báo)?(?: này)?|nội dung(?: này)?|tin này",
        says=(
            (
                "(?:đã )?(?:được )?(?:xuất hiện|đăng(?: tải)?|xuất bản|công bố) (?:đầu tiên"
                "|lần đầu(?: tiên)?|trước tiên) (?:trên|tại|ở|bởi)"
            ),
            (
                "(?:lần đầu(?: tiên)?|đầu tiên) (?:được )?(?:xuất hiện|đăng(?: tải)?|xuất bản)"
                " (?:trên|tại|ở|bởi)"
            ),
            "(?:được )?đăng lại từ",
        ),
    ),
)
