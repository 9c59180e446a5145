"""Words of the English language that say something about a name beside them."""

from typing import Final

CALENDAR: Final = frozenset(
    """
    AM Apr Apr. April Aug Aug. August BST CET Christmas Dec Dec. December EDT EST Easter Feb Feb.
    February Fri Fri. Friday GMT Jan Jan. January Jul Jul. July Jun Jun. June Mar Mar. March May
    Mon Mon. Monday Nov Nov. November Oct Oct. October PDT PM PST Ramadan Sat Sat. Saturday Sep
    Sep. Sept Sept. September Sun Sunday Thu Thu. Thur Thurs Thurs. Thursday Tue Tue. Tues Tues.
    Tuesday Wed Wed. Wednesday
    """.split()
)
"""Days, months, feasts, zones: written with a capital, and no names."""

FUNCTION_WORDS: Final = frozenset(
    """
    a about above according across after again against all along also although always amid among
    an and another are around as asked at back be because been before being below besides between
    both but by can can't could couldn't despite did didn't do does doesn't don't during each
    earlier eight elsewhere even every few first five for four from furthermore get got had has
    have he he's hello her here herself hi him himself his how however i i'd i'll i'm i've if in
    instead into is isn't it it's its just last later let let's like lol many may maybe me
    meanwhile might more moreover most must my near never nevertheless new next nine no nor not
    now of off oh ok okay on once one only onto or other our out over per perhaps please said says
    second seven shall she she's should since six so some speaking still such ten than thank
    thanks that that's the their them then there there's these they they're third this those
    though three through to today tomorrow too toward towards two under unless until up upon us
    very via was wasn't we we're well were what what's when where whether which while who why will
    with within without won't worth would wouldn't yes yesterday yet you you're your
    """.split()
)
"""Words that are never a name, whatever their capital."""

DEMONYMS: Final = frozenset(
    """
    Aboriginal Afghan African Africans Albanian Algerian American Americans Anglican Angolan
    Antarctic Arab Arabic Arabs Argentine Argentinian Armenian Asian Asians Atlantic Australian
    Austrian Azerbaijani Azeri Bahraini Balkan Baltic Bangladeshi Basque Belarusian Belarussian
    Belgian Bolivian Bosnian Brazilian British Briton Britons Buddhist Bulgarian Burmese Burundian
    Californian Cambodian Cameroonian Canadian Caribbean Catalan Catholic Catholics Chadian
    Chechen Chechens Chilean Chinese Christian Christians Colombian Communist Congolese
    Conservative Conservatives Croat Croatian Croats Cuban Cypriot Czech Dane Danes Danish
    Democrat Democratic Democrats Dutch Eastern Ecuadorian Egyptian English Englishman Eritrean
    Estonian Ethiopian Eurasian European Europeans Filipino Filipinos Finn Finnish French
    Frenchman Gambian Georgian German Germans Ghanaian Greek Greeks Guatemalan Haitian Hindu
    Hindus Hispanic Honduran Hungarian Hutu Hutus Icelandic Indian Indians Indonesian Inuit
    Iranian Iranians Iraqi Iraqis Irish Irishman Islamic Islamist Israeli Israelis Italian
    Italians Ivorian Jamaican Japanese Jew Jewish Jews Jordanian Kazakh Kenyan Korean Koreans
    Kosovar Kurd Kurdish Kurds Kuwaiti Kyrgyz Labor Laotian Latin Latino Latvian Lebanese Liberian
    Libyan Lithuanian Londoner Luxembourger Macedonian Malawian Malaysian Malian Maltese Maoist
    Maori Marxist Mediterranean Mexican Mexicans Moldovan Mongolian Montenegrin Mormon Moroccan
    Moslem Moslems Mozambican Muslim Muslims Namibian Nazi Nepalese Nepali Nicaraguan Nigerian
    Nigerians Nordic Northern Norwegian Omani Orthodox Pacific Pakistani Pakistanis Palestinian
    Palestinians Panamanian Paraguayan Parisian Peruvian Philippine Pole Poles Polish Portuguese
    Protestant Qatari Republican Republicans Rohingya Roman Romanian Russian Russians Rwandan
    Saudi Saudis Scandinavian Scot Scots Scotsman Scottish Senegalese Serb Serbian Serbs Shi'ite
    Shiite Sikh Singaporean Slovak Slovakian Slovene Slovenian Somali Southern Soviet Spaniard
    Spanish Sudanese Sunni Swede Swedes Swedish Swiss Syrian Syrians Taiwanese Tajik Tamil Tamils
    Tanzanian Texan Thai Tibetan Togolese Tories Tory Tunisian Turk Turkish Turkmen Turks Tutsi
    Tutsis Ugandan Uighur Ukrainian Ukrainians Uruguayan Uyghur Uzbek Venezuelan Vietnamese Welsh
    Welshman Western Yemeni Yugoslav Zairean Zambian Zimbabwean
    """.split()
)
"""Adjectives of places, creeds and parties, and those who are called by them."""

SAYS: Final = frozenset(
    """
    acknowledged added adding adds admitted agreed announced announces argued argues asked asks
    believes claimed claims complained concluded confirmed confirms continued declared declares
    denied denies died explained explains hopes insisted insists joked married noted notes
    predicted promised recalled refused replied resigned responded said say says scored stated
    states stressed suggested tells testified thinks told tweeted urged vowed wanted wants warned
    warns writes wrote
    """.split()
)
"""What people do, and hardly anything else, in the past or the present."""

JOINS: Final = frozenset(
    """
    & al and ben bin bint da de den der di do dos du el for ibn in la le of on ten ter the van von
    y zu zum
    """.split()
)
"""Small words inside names: `Bank of Scotland`, `Vasco da Gama`."""

TRAILING: Final = frozenset(
    """
    A An And Are As At But For He Her His How I If In Is It My On She So That The They This Was We
    What When Where Who Why You Your
    """.split()
)
"""Words that end no name: the next sentence begins with them."""

NOT_NAMES: Final = frozenset(
    """
    A ABSTRACT AD AI AIDS AM ATM B BC BLM BREAKING C CCTV-1 CD CEO CFO COO COVID D DIY DJ DM DNA
    DVD E ER ERA F FAQ FM FULL FYI G GDP GMT GPS H HIV HR HTML I ICU ICYMI ID II III IMO IPO IQ IT
    IV IX J JD K KG KM L LGBT LGBTQ LMAO LOL M MBA MC MD MM MP MPS MVP N NA NEWS NOTE O OK OMG P
    PC PDF PHONE PM PR PhD Q R RBI RESULT RT S SARS SCORE SMH SMS SUV T TBA TBH TBT TEL TEXT TV U
    UFO UPDATE URL USB V VI VII VIII VIP VR W WTF X XI XII XL Y Z
    """.split()
)
"""Capitals that stand for a thing, a unit or a cry, not for an organisation."""

INTERJECTIONS: Final = frozenset(
    """
    Ah Ahh Aight Alot Altho Aw Aww Awww Bae Boi Brah Bruh Cant Cmon Cuz Dad Daddy Damn Dang Didnt
    Doesnt Dont Dude Duh Eh Fam Gosh Guys Ha Haha Hahaha Heh Hehe Hell Hey Hmm Ikr Im Isnt Ive
    Jeez Kinda Lmfao Lolol Mom Mommy Mum Nah Nope Omfg Omg Ooh Oops Ouch Pls Plz Ppl Shit Sis Smh
    Sooo Sorta Tbh Thats Tho Thx Ugh Uh Um Wanna Wasnt Whats Whoa Wont Wow Wtf XD Xd Ya Yah Yall
    Yay Yea Yeah Yep Yo Yup
    """.split()
)
"""Cries and misspellings that chat begins with a capital."""

SLANG: Final = frozenset(
    """
    Bro Im LMAO LOL OMG WTF bro cant dont dude gonna haha hahaha idk ikr im imo lmao lol omg pls
    plz smh subscribe tbh thats u ur wanna wtf
    """.split()
)
"""Marks of chat."""

CREEDS: Final = frozenset(
    """
    Aboriginal African Anglican Arab Asian Buddhist Catholic Christian Communist Conservative
    Democratic Eastern European Evangelical Hindu Islamic Jewish Labor Labour Lutheran Maoist
    Methodist Muslim National Nordic Northern Orthodox Pacific Protestant Republican Roman Sikh
    Socialist Southern Sunni Western
    """.split()
)
"""Adjectives that are part of the names of parties and churches, not of where they are."""

PEOPLE_DO: Final = frozenset(
    """
    apologised apologized ate bowed cheered cooked cried danced drank drove fled frowned graduated
    grew grinned hugged joked jumped kissed knelt laughed lied listened nodded prayed ran retired
    sang sat shrugged sighed slept smiled smoked sobbed spoke stared stood studied survived swam
    taught thought voted waited walked waved wept whispered wondered
    """.split()
)
"""What only people do, in the past."""
