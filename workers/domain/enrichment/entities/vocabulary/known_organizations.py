"""Organisations of the world's news that most of its readers know, by their own names."""

from typing import Final

from workers.domain.enrichment.entities.vocabulary import listed

WORLD_ORGANIZATIONS: Final = listed(
    """
    African Development Bank | African Union | Airwars | Arab League | Asian Development Bank |
    Bellingcat | Committee to Protect Journalists | Commonwealth | Council of Europe |
    Court of Arbitration for Sport | Doctors of the World | Eurojust | European Council |
    European Court of Human Rights | European Medicines Agency | European Space Agency | Europol |
    Eurostat | Extinction Rebellion | Freedom House | Frontex | Gates Foundation | Gavi |
    Global Fund | Holy See | Human Rights in China | IPCC | Inter-American Development Bank |
    International Atomic Energy Agency | International Court of Justice |
    International Criminal Court | International Energy Agency | Interpol | Just Stop Oil | MSF |
    Mercosur | Médecins Sans Frontières | National Science Foundation | Nobel Committee |
    Organisation of Islamic Cooperation | Organization of American States | Oxfam | Red Crescent |
    Reporters Without Borders | Salvation Army | Save The Children | Smithsonian |
    Syrian Observatory for Human Rights | Transparency International | UN Women | UNAIDS | UNFPA |
    UNHCR | UNIFIL | Vatican | WWF | Wellcome Trust | World Aquatics | World Athletics |
    World Economic Forum | World Food Programme | World Meteorological Organization |
    World Wildlife Fund
    """
)
"""Bodies of many countries, courts, charities."""

COMPANIES: Final = listed(
    """
    ABB | ABN Amro | ASML | AbbVie | Absa | Activision | Adani | Adani Group | Adecco | Aegon |
    Aeon | Aflac | Air Canada | Air India | AirAsia | Airbus Helicopters | Akamai | Albemarle |
    Alipay | Alitalia | Allergan | Allstate | Altria | American Airlines | Ameriprise | Amgen |
    Amphenol | Anadarko | Ant Group | Applied Materials | Aptiv | Aramark | Arm Holdings | Asana |
    Asda | Asos | Atlassian | Auchan | AutoZone | Autodesk | Axel Springer | BAE Systems | BBVA |
    BYD | Bancolombia | Bank of Canada | Bank of China | Bank of England | Bank of France |
    Bank of Japan | Baosteel | Bertelsmann | Bharti Airtel | Binance | Biogen | Bitcoin Suisse |
    Blackstone | Block | Bluesky | Boohoo | BorgWarner | Bouygues | Bradesco | Bridgestone |
    Broadcom | Bugatti | Bunnings | Byju's | ByteDance | CATL | CNOOC | Cadillac | CaixaBank |
    Canal+ | Canon | Capgemini | CarMax | Cathay Pacific | Celanese | Celgene | Cemex | Centene |
    Centrica | CenturyLink | Chanel | China Evergrande | Chipotle | Citrix | Citroën | Clorox |
    Cloudflare | Coinbase | Colgate-Palmolive | Commerzbank | ConAgra | Condé Nast | Continental |
    Corteva | Cosco | Country Garden | Coursera | Cox Communications | CrowdStrike |
    Crédit Agricole | DHL | DJI | DP World | DaVita | Daihatsu | Dangote | Databricks | Datadog |
    DeepMind | DeepSeek | Delhaize | Deliveroo | Delta | Delta Air Lines | Denso | DiDi | DirecTV
    | Dolce & Gabbana | Domino's | DoorDash | DreamWorks | Ducati | Dunkin' | EDF | Ecobank |
    Ecopetrol | Edeka | Electrolux | Eli Lilly | Embraer | Emirates | Enel | Engie | Eni | Entergy
    | Epic Games | Equifax | Equinor | Eskom | Etihad | Etsy | Eurostar | Evergrande | Exelon |
    Expedia | Experian | Exxon Mobil | FTX | Figma | Finmeccanica | FirstEnergy | Flipkart |
    Flutterwave | Foxconn | Freeport | Fresenius | Fujifilm | GameStop | Gannett | Gap | Garmin |
    Garuda Indonesia | Geely | General Dynamics | Generali | Getty | Gilead | GitHub | Glencore |
    Globo | GoTo | Gojek | Grab | Grammarly | Greggs | Gucci | H&M | HCL | HDFC Bank | Hanwha |
    Hapag-Lloyd | Hasbro | Hearst | Hermès | Hershey | Hikvision | Hilton | Holcim | Hormel |
    HubSpot | Hugo Boss | Hulu | Humana | Hynix | Häagen-Dazs | ICBC | ICICI Bank | IG Metall |
    ITV | Iberdrola | Idemitsu | Illumina | Imperva | InBev | Inditex | Ineos | Infosys |
    Intesa Sanpaolo | Isuzu | Itaú | Itochu | J.P. Morgan | JD.com | Jet2 | JetBlue | John Lewis |
    Jollibee | Kakao | Kaspersky | Kering | Kia | Klarna | Kohl's | Konami | Korean Air |
    Kraft Heinz | Krispy Kreme | Kuaishou | Kyocera | L'Oréal | LG | LG Chem | Lafarge | Lego |
    Leica | LexisNexis | Lidl | Lloyds Bank | Lockheed | Logitech | Lotte | Lowe's | Lucasfilm |
    Lyft | M-Pesa | MTN | Macquarie | Macy's | Manulife | Marriott | Mars Wrigley | Marubeni |
    Marvel | Maserati | Mattel | Mazda | McDonald’s | Medco | Meituan | Mercado Libre | Mercari |
    Mercedes | Mercedes-Benz | MetLife | Metro Bank | Micron | Midjourney | Migros | Minecraft |
    Mitsui | Mizuho | Moderna | Molson | Mondelez | Moody's | Moody’s | Morrisons | Moutai |
    Mozilla | Mylan | NIO | Naspers | NatWest | National Grid | Nationwide | Natura | Naver |
    Navistar | Nedbank | Newmont | News Corp | Nikon | Nintendo | Nippon Life | Nippon Steel |
    Nomura | Nordea | Nordstrom | Norsk Hydro | Northrop Grumman | Northvolt | Novo Nordisk |
    Nubank | Nucor | Ocado | Odebrecht | Ola | Olympus | OnlyFans | Orange | Oshkosh | PDVSA |
    Palantir | Paramount | Patagonia | Patreon | Paytm | Pemex | Penguin Random House | Pepsi |
    Pertamina | PetroChina | Petrobras | Petron | Petronas | Pinduoduo | Pinterest | Pirelli |
    Pixar | Posco | Prada | Priceline | Primark | Prudential | Publix | Puma | Rabobank |
    Rackspace | Rakuten | Randstad | RedBird | Regeneron | Reliance | Reliance Industries |
    Revolut | Rheinmetall | Ricoh | Rio Tinto | Rivian | Roblox | Rockwell Collins | Roku |
    Royal Mail | SAS | SK Hynix | SMIC | SNCF | STMicroelectronics | Safaricom | Sainsbury’s |
    Saint-Gobain | Salesforce | San Miguel | SanDisk | Sasol | Saudi Aramco | Schlumberger |
    Seagate | SenseTime | ServiceNow | Shein | Shopify | Sinochem | Sinovac | Skoda | Sky | Slack
    | Snapple | Sodexo | SoftBank | SoftBank Group | SolarWinds | Sony Pictures | Sotheby's |
    Southwest Airlines | Spirit AeroSystems | Stellantis | Stripe | Sumitomo | SunTrust | Suncor |
    Superdry | Swatch | Swiggy | Swiss Re | Swisscom | Sysco | T-Mobile | TAP | TSMC | Tata Motors
    | Telekom | Televisa | Telia | Telstra | Temu | Texas Instruments | Textron | Thales |
    Thames Water | Ticketmaster | Tokopedia | Toshiba | TotalEnergies | Transnet | Trip.com |
    Tripadvisor | Tumblr | Turkish Airlines | Ubisoft | UniCredit | Uniqlo | United Airlines |
    UnitedHealth | Universal Music | Vale SA | Vanke | Vattenfall | Veolia | Vestas | Viacom |
    Viber | Vimeo | VinFast | Vinci | Vingroup | Vinted | Virgin Atlantic | Vivendi | Vodacom |
    Waitrose | Walgreens | Warner Bros | Warner Bros. Discovery | Warner Music | Waymo | Waze |
    WeChat | WeWork | Weibo | Wesfarmers | Westpac | Weyerhaeuser | Wikipedia | Wildberries |
    Wipro | Wirecard | Wise | Wizz Air | Woolworths | XPeng | Xbox | Xstrata | YPF | Yamaha | ZTE
    | Zalando | Zappos | Zelle | Zillow | Zomato | Zurich Insurance | xAI | Ørsted
    """
)
"""Firms whose names tell nothing about them."""

PARTIES_AND_GROUPS: Final = listed(
    """
    AKP | Aam Aadmi Party | AfD | African National Congress | Al Qaida | Al-Shabaab | Azov | Basij
    | Bharatiya Janata Party | Boko Haram | CHP | Chega | Christian Democratic Union | Ciudadanos
    | Congress Party | DUP | Democratic Party | Democratic Unionist Party | EFF | Ennahda | Fidesz
    | Five Star Movement | Forza Italia | Green Party | Hizballah | Hizbullah | Houthis | IDF |
    Inkatha | Islamic Jihad | Jemaah Islamiyah | Jobbik | KMT | Kuomintang | La France Insoumise |
    Lega | Liberal Democrats | Likud | M23 | Morena | National Rally | Northern League |
    Oath Keepers | PASOK | PTI | Palestinian Authority | Plaid Cymru | Podemos | Polisario |
    Proud Boys | Quds Force | RSF | Rapid Support Forces | Rassemblement National | Reform UK |
    Republican Party | Revolutionary Guard | Revolutionary Guards | SNP | Scottish National Party
    | Shin Bet | Sinaloa Cartel | Sinn Féin | Social Democrats | State Duma | Syriza | Tories |
    Vox | Wagner | Workers' Party | Workers’ Party | Yisrael Beiteinu | Zanu PF | al-Qaeda |
    al-Qaida | al-Shabaab
    """
)
"""Parties, militias, armed groups."""

SPORT_BODIES: Final = listed(
    """
    ATP | Al Ahly | Al Nassr | Al-Hilal | Al-Nassr | All Blacks | Alpine | Atlético |
    Atlético Madrid | BCCI | Barça | Bayern | Brentford | Brighton | Burnley | CAF | CONCACAF |
    Celtic | Conmebol | Crystal Palace | EFL | Eredivisie | FA | FC Barcelona | Ferrari | Fulham |
    Haas | ICC | IPL | Inter Miami | Ipswich Town | Kaizer Chiefs | LA Galaxy | LAFC | LIV Golf |
    La Liga | Leeds United | Leicester City | Ligue 1 | Lille OSC | Lyon | MLS | Mamelodi Sundowns
    | Marseille | McLaren | Mercedes | NCAA | Napoli | Newcastle United | Norwich City |
    Olympique Lyonnais | Olympique de Marseille | Orlando Pirates | PGA | PSG |
    Paris Saint-Germain | RB Leipzig | Red Bull | Serie A | Sevilla | Sunderland | Super League |
    Valencia CF | Villarreal | WADA | WTA | West Bromwich Albion | West Ham United |
    Wolverhampton Wanderers | World Athletics | World Rugby
    """
) - frozenset(("Lyon", "Marseille", "Brighton", "Brentford", "Burnley", "Sunderland"))
"""Clubs, leagues and federations; towns that are also clubs are decided by what they do."""

OFFICIAL_BODIES: Final = listed(
    """
    Bank of England | Bank of Japan | Border Patrol | Cabinet Office | Capitol Police | Cobra |
    Commerce Department | Congressional Budget Office | Constitutional Court |
    Consumer Product Safety Commission | Court of Appeal | Crown Prosecution Service |
    Customs and Border Protection | Department of Defense | Department of Education |
    Department of Homeland Security | Department of Justice | Department of State | Downing Street
    | Education Department | Elysee | Elysée | Energy Department | Environment Agency |
    Federal Bureau of Investigation | Federal Reserve | Federal Trade Commission |
    Financial Conduct Authority | Foreign Office | GCHQ | HM Revenue and Customs | HMRC |
    Health Department | High Court | Home Office | House of Commons | House of Lords |
    House of Representatives | Immigration and Customs Enforcement | Interior Department | Kremlin
    | LAPD | Labor Department | Lok Sabha | Majlis | Met Office | Met Police | Metropolitan Police
    | Ministry of Defence | NHS England | NYPD | National Health Service |
    National Security Agency | National Security Council | National Trust |
    National Weather Service | Ofgem | Ofsted | Old Bailey | Politburo | Public Health England |
    Rajya Sabha | Royal Air Force | Royal Navy | Scotland Yard |
    Securities and Exchange Commission | Sejm | State Council | Supreme Court |
    Treasury Department | US Treasury | Verkhovna Rada
    """
) - frozenset(("Downing Street",))
"""Ministries, courts, police and parliaments that have names of their own."""
