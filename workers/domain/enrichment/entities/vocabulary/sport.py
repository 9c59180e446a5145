"""Words of sport, where towns stand for clubs."""

from typing import Final

SPORT_WORDS: Final = frozenset(
    """
    assists baseball basketball beat champions coach cricket cup defeat defeated division
    equaliser equalizer fixture football free-kick game games goal goalkeeper goals golf
    grand-prix half-time halftime halfway hat-trick header hockey homer homered inn inning innings
    kick-off league match midfielder offside penalties penalty playoff points promoted qualifier
    qualifying rebound rebounds referee relegation round rugby runs score scored season soccer
    standings striker substitute team teams tennis touchdown tournament transfer victory wicket
    wickets win wins
    """.split()
)
"""A line with two of them is about sport."""

BEATS: Final = frozenset(
    """
    beat beats blanked crushed defeat defeated downed drew edged host hosted lead leads led
    outscored routed swept thrashed topped trailed trounced upset v visited vs vs.
    """.split()
)
"""What a side does to another, before its name."""

SIDE_DOES: Final = frozenset(
    """
    beaten clinched closed dropped equalised equalized fell finished host improved lie lies lost
    moved needed play played plays rallied remain remained rout scored sealed secured sit sits
    slumped snapped stay stayed tied took trail travel won
    """.split()
)
"""What a side does."""

NICKNAMES: Final = frozenset(
    """
    49ers 76ers Angels Astros Athletics Avalanche Badgers Bears Bengals Bills Blackhawks Blacks
    Blazers Blues Braves Brewers Broncos Browns Bruins Brumbies Buccaneers Buckeyes Bucks Bucs
    Bulldogs Bullets Bulls Canadiens Canucks Capitals Cardinals Cavaliers Cavs Celtics Chargers
    Chiefs Clippers Colts Commanders Cornhuskers Cowboys Coyotes Crimson Crusaders Cubs Devils
    Diamondbacks Dodgers Dolphins Ducks Eagles Expos Falcons Flames Flyers Gators Giants Grizzlies
    Guardians Harlequins Hawks Heat Hoosiers Hornets Hurricanes Huskies Indians Islanders Jaguars
    Jays Jazz Jets Kings Knicks Lakers Leafs Lightning Lions Longhorns Magic Mariners Marlins
    Mavericks Mavs Mets Nationals Nets Niners Nordiques Nuggets Oilers Orioles Pacers Packers
    Padres Panthers Patriots Pelicans Penguins Phillies Pirates Pistons Predators Rabbitohs
    Raiders Rams Rangers Raptors Ravens Rays Reds Redskins Rhinos Rockets Rockies Roosters Royals
    Sabres Saints Saracens Seahawks Seminoles Senators Sharks Sixers Sonics Sox Springboks Spurs
    Stars Steelers Storm Suns SuperSonics Texans Thunder Tigers Timberwolves Titans Trojans Twins
    Vikings Wallabies Waratahs Warriors Wasps Whalers Wild Wildcats Wizards Wolfpack Wolverines
    Yankees
    """.split()
)
"""Teams of North America, Australia and South Africa."""

HIT_BEFORE: Final = frozenset(
    "beat defeated against joins joined over v vs vs. downed edged hosted".split()
)
"""What stands before the side that lost."""

NICKNAME_COLOURS: Final = frozenset("White Red Blue Maple Trail All Golden".split())
"""First words of teams’ names that are no towns."""

CLUB_NOUNS: Final = frozenset(
    "AC Albion Athletic CF City County FC Hotspur Rangers Rovers SC Town United Wanderers".split()
)
"""Last words of clubs’ names behind the town’s."""
