"""Words of the English language that say something about a name beside them."""

from typing import Final

CALENDAR: Final = frozenset(
    """
    AM Advent Apr Apr. April Aug Aug. August BST CET Christmas Dec Dec. December Diwali EDT EST
    Easter Eid Feb Feb. February Fri Fri. Friday Fridays GMT Halloween Hanukkah Jan Jan. January
    Jul Jul. July Jun Jun. June Lent Mar Mar. March May Midsummer Mon Mon. Monday Mondays Nov Nov.
    November Oct Oct. October PDT PM PST Passover Ramadan Sat Sat. Saturday Saturdays Sep Sep.
    Sept Sept. September Sun Sunday Sundays Thanksgiving Thu Thu. Thur Thurs Thurs. Thursday
    Thursdays Tue Tue. Tues Tues. Tuesday Tuesdays Wed Wed. Wednesday Wednesdays
    """.split()
)
"""Days, months, feasts, zones: written with a capital, and no names."""

FUNCTION_WORDS: Final = frozenset(
    """
    a about above according across after again against all along also although always amid among
    an and another are aren't around as asked at back be because been before being below besides
    between both but by can can't could couldn't despite did didn't do does doesn't don't during
    each earlier eight elsewhere even every few first five for four from furthermore get got had
    hadn't has hasn't have haven't he he's hello her here herself hi him himself his how however i
    i'd i'll i'm i've if in instead into is isn't it it's its just last later let let's like lol
    many may maybe me meanwhile might more moreover most must my near never nevertheless new next
    nine no no. nor nos. not now of off oh ok okay on once one only onto or other our out over per
    perhaps please said says second seven shall she she's should shouldn't since six so some
    speaking still such ten than thank thanks that that's the their them then there there's these
    they they'll they're they've third this those though three through to today tomorrow too
    toward towards two under unless until up upon us very via vs. was wasn't we we'll we're we've
    well were what what's when where whether which while who why will with within without won't
    worth would wouldn't yes yesterday yet you you'll you're you've your
    """.split()
)
"""Words that are never a name, whatever their capital."""

DEMONYMS: Final = frozenset(
    """
    Aboriginal Afghan Afghans African Africans Alawite Alawites Albanian Algerian American
    Americans Anglican Angolan Angolans Antarctic Arab Arabic Arabs Argentine Argentinian Armenian
    Asian Asians Atlantic Aussie Aussies Australian Australians Austrian Azerbaijani Azeri
    Bahraini Balkan Baltic Bangladeshi Basque Bedouin Belarusian Belarussian Belgian Berber
    Bolivian Bosnian Brazilian Brazilians Brit British Briton Britons Brits Buddhist Bulgarian
    Burmese Burundian Californian Cambodian Cameroonian Canadian Canadians Caribbean Catalan
    Catholic Catholics Celsius Chadian Chechen Chechens Chilean Chinese Christian Christians
    Colombian Colombians Communist Communists Congolese Conservative Conservatives Coptic Copts
    Croat Croatian Croats Cuban Cubans Cypriot Czech Dane Danes Danish Darwinian Democrat
    Democratic Democrats Dickensian Druze Dutch Eastern Ecuadorian Edwardian Egyptian Egyptians
    Elizabethan Emirati Emiratis English Englishman Eritrean Estonian Ethiopian Ethiopians
    Eurasian European Europeans Fahrenheit Filipino Filipinos Finn Finnish French Frenchman
    Freudian Gambian Gaullist Georgian German Germans Ghanaian Ghanaians Gothic Greek Greeks
    Guatemalan Haitian Hasidic Hazara Hazaras Hindu Hindus Hispanic Honduran Hongkonger
    Hongkongers Hungarian Hungarians Hutu Hutus Icelandic Indian Indians Indonesian Inuit Iranian
    Iranians Iraqi Iraqis Irish Irishman Islamic Islamist Israeli Israelis Italian Italians
    Ivorian Ivorians Jamaican Japanese Jew Jewish Jews Jordanian Jordanians Kafkaesque Kazakh
    Kenyan Kenyans Keynesian Kiwi Kiwis Korean Koreans Kosovan Kosovans Kosovar Kurd Kurdish Kurds
    Kuwaiti Kyrgyz Labor Laotian Latin Latino Latvian Lebanese Leninist Liberian Libyan Libyans
    Lithuanian Londoner Luxembourger Macedonian Malawian Malaysian Malian Malians Maltese Maoist
    Maori Marxist Marxists Mediterranean Mexican Mexicans Moldovan Mongolian Montenegrin Mormon
    Moroccan Moroccans Moslem Moslems Mozambican Mozambicans Muslim Muslims Namibian Nazi Nepalese
    Nepali Nepalis Nicaraguan Nigerian Nigerians Nordic Northern Norwegian Norwegians Olympian
    Olympic Omani Orthodox Pacific Pakistani Pakistanis Palestinian Palestinians Panamanian
    Paraguayan Paralympic Parisian Pashtun Pashtuns Peronist Peruvian Peruvians Philippine Pole
    Poles Polish Portuguese Protestant Qatari Qataris Republican Republicans Rohingya Roman
    Romanian Romanians Russian Russians Rwandan Saudi Saudis Scandinavian Scot Scots Scotsman
    Scottish Senegalese Serb Serbian Serbs Shakespearean Shi'ite Shiite Sikh Sikhs Singaporean
    Slovak Slovakian Slovene Slovenian Somali Somalis Southern Soviet Spaniard Spanish Stalinist
    Sudanese Sunni Swede Swedes Swedish Swiss Syrian Syrians Taiwanese Tajik Tamil Tamils
    Tanzanian Texan Thai Thatcherite Tibetan Togolese Tories Tory Trumpist Tunisian Tunisians Turk
    Turkish Turkmen Turks Tutsi Tutsis Ugandan Ugandans Uighur Uighurs Ukrainian Ukrainians
    Uruguayan Uyghur Uyghurs Uzbek Venezuelan Venezuelans Victorian Vietnamese Welsh Welshman
    Western Yank Yanks Yazidi Yazidis Yemeni Yemenis Yugoslav Zairean Zambian Zambians Zimbabwean
    Zimbabweans Zionist Zionists
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
    2FA 3D 4G 4K 5G A ABSTRACT AD ADHD AI AIDS AM API APIs ATM AWS B B2B B2C BC BLM BMI BMS BPM
    BREAKING C CAD CBD CBT CCTV-1 CD CDs CEO CEOs CFO CFOs CGI CI CMS CNC COO COPD COVID CPR CRM
    CSR CSS CT CTA CTO CV D DACA DEI DIY DJ DM DMs DNA DNS DSL DUI DVD DVDs E EBITDA ECG EKG EMR
    ER ERA ERP ESG ET ETF ETFs EV EVs F FAQ FAQs FM FULL FYI G GDP GMO GMT GPA GPS GPT GPU H HD
    HDMI HIV HPV HR HTML HTTP I IBS ICT ICU ICYMI ID IDs IED IEDs II III IMO IP IPA IPO IQ ISO IT
    IV IVF IX IoT J JD JPG JSON K KG KM KPI KPIs L LCD LED LEDs LGBT LGBTQ LLM LLMs LMAO LOL LTE M
    MBA MC MD MM MP MP3 MP4 MPS MPs MRI MRSA MVP N NA NEWS NFT NFTs NGO NGOs NOTE O OK OMG OTC P
    PC PCR PCs PDF PHONE PIN PM PNG POS PPE PPP PR PT PTSD PhD PhDs Q Q&A Q1 Q2 Q3 Q4 QR R R&D RAM
    RBI REM RESULT RNA ROI ROM RSS RT S SARS SAT SATs SCORE SDK SEO SERP SIM SKU SMB SME SMEs SMH
    SMS SPF SQL SSD SSL STD STDs STEM STI SUV SUVs SaaS T TB TBA TBH TBT TEL TEXT TLS TV TVs U UFO
    UI UPDATE URL USB UTC UV UX V VAT VFX VHS VI VII VIII VIP VIPs VPN VPNs VR VoIP W WC WTF WiFi
    X XI XII XL XML Y Z ZIP
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
