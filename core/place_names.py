"""What people call clocks, states and countries besides their names in the tables of core/places.py."""

# As the clocks of a place are called in English, and regions that are no country; several where one name is in use in
# several parts of the world.
CALLED = """
utc UTC|gmt UTC|z UTC|zulu UTC
est America/New_York|edt America/New_York|et America/New_York|eastern time America/New_York|nyc America/New_York
ct America/Chicago|cdt America/Chicago|central time America/Chicago|cst America/Chicago,Asia/Shanghai,America/Havana
mt America/Denver|mst America/Denver|mdt America/Denver|mountain time America/Denver
pt America/Los_Angeles|pst America/Los_Angeles|pdt America/Los_Angeles|pacific time America/Los_Angeles
akst America/Anchorage|akdt America/Anchorage|hst Pacific/Honolulu|nst America/St_Johns|ndt America/St_Johns
ast America/Halifax,Asia/Riyadh|adt America/Halifax|brt America/Sao_Paulo|art America/Argentina/Buenos_Aires
clt America/Santiago|clst America/Santiago|cot America/Bogota|pet America/Lima|vet America/Caracas|bot America/La_Paz
uyt America/Montevideo|ect America/Guayaquil|pyt America/Asuncion|gyt America/Guyana
wet Europe/Lisbon|west Europe/Lisbon|bst Europe/London,Asia/Dhaka|uk Europe/London|uk time Europe/London
cet Europe/Berlin|cest Europe/Berlin|mez Europe/Berlin|mesz Europe/Berlin|central european time Europe/Berlin
eet Europe/Athens|eest Europe/Athens|eastern european time Europe/Athens|msk Europe/Moscow|trt Europe/Istanbul
wat Africa/Lagos|cat Africa/Maputo|eat Africa/Nairobi|sast Africa/Johannesburg|cvt Atlantic/Cape_Verde
ist Asia/Kolkata,Europe/Dublin,Asia/Jerusalem|idt Asia/Jerusalem|gst Asia/Dubai|irst Asia/Tehran|get Asia/Tbilisi
azt Asia/Baku|amt Asia/Yerevan,America/Manaus|pkt Asia/Karachi|uzt Asia/Tashkent|npt Asia/Kathmandu|bdt Asia/Dhaka
mmt Asia/Yangon|ict Asia/Bangkok|wib Asia/Jakarta|wita Asia/Makassar|wit Asia/Jayapura|sgt Asia/Singapore
myt Asia/Kuala_Lumpur|hkt Asia/Hong_Kong|pht Asia/Manila|jst Asia/Tokyo|kst Asia/Seoul|awst Australia/Perth
acst Australia/Adelaide,Australia/Darwin|acdt Australia/Adelaide|aest Australia/Sydney,Australia/Brisbane
aedt Australia/Sydney|nzst Pacific/Auckland|nzdt Pacific/Auckland
british time Europe/London|greenwich mean time UTC|western european time Europe/Lisbon
canary islands,canaries,tenerife,gran canaria,lanzarote,fuerteventura Atlantic/Canary
kashmir,punjab Asia/Kolkata,Asia/Karachi|hk Asia/Hong_Kong|rio America/Sao_Paulo
sf,bay area,silicon valley America/Los_Angeles|falklands Atlantic/Stanley|easter island Pacific/Easter
american samoa Pacific/Pago_Pago|british virgin islands,us virgin islands America/Puerto_Rico
ulster Europe/London,Europe/Dublin|congo Africa/Kinshasa,Africa/Brazzaville,Africa/Lubumbashi
αθηνα Europe/Athens|est5edt America/New_York|cst6cdt America/Chicago|mst7mdt America/Denver|pst8pdt America/Los_Angeles
hong kong sar Asia/Hong_Kong|macau sar,macao sar Asia/Macau|kl Asia/Kuala_Lumpur|addis Africa/Addis_Ababa
west africa time Africa/Lagos|central africa time Africa/Maputo|east africa time Africa/Nairobi
"""
# States and provinces, behind the name of a town or by themselves; of several clocks the one first that most there
# keep.
STATES = """
alabama,al America/Chicago|alaska,ak America/Anchorage,America/Adak|arizona,az America/Phoenix
arkansas,ar America/Chicago|california,ca America/Los_Angeles|colorado,co America/Denver
connecticut,ct America/New_York|delaware,de America/New_York|district of columbia,dc America/New_York
florida,fl America/New_York,America/Chicago|georgia,ga America/New_York|hawaii,hi Pacific/Honolulu
idaho,id America/Boise,America/Los_Angeles|illinois,il America/Chicago
indiana,in America/Indiana/Indianapolis,America/Chicago|iowa,ia America/Chicago
kansas,ks America/Chicago,America/Denver|kentucky,ky America/New_York,America/Chicago|louisiana,la America/Chicago
maine,me America/New_York|maryland,md America/New_York|massachusetts,ma America/New_York
michigan,mi America/Detroit,America/Menominee|minnesota,mn America/Chicago|mississippi,ms America/Chicago
missouri,mo America/Chicago|montana,mt America/Denver|nebraska,ne America/Chicago,America/Denver
nevada,nv America/Los_Angeles|new hampshire,nh America/New_York|new jersey,nj America/New_York
new mexico,nm America/Denver|new york,ny America/New_York|north carolina,nc America/New_York
north dakota,nd America/Chicago,America/Denver|ohio,oh America/New_York|oklahoma,ok America/Chicago
oregon,or America/Los_Angeles,America/Boise|pennsylvania,pa America/New_York|rhode island,ri America/New_York
south carolina,sc America/New_York|south dakota,sd America/Chicago,America/Denver
tennessee,tn America/Chicago,America/New_York|texas,tx America/Chicago,America/Denver|utah,ut America/Denver
vermont,vt America/New_York|virginia,va America/New_York|washington,wa America/Los_Angeles
west virginia,wv America/New_York|wisconsin,wi America/Chicago|wyoming,wy America/Denver
alberta,ab America/Edmonton|british columbia,bc America/Vancouver,America/Edmonton|manitoba,mb America/Winnipeg
new brunswick,nb America/Moncton|newfoundland,nl America/St_Johns,America/Goose_Bay|nova scotia,ns America/Halifax
ontario,on America/Toronto,America/Winnipeg|quebec,qc America/Toronto,America/Halifax
saskatchewan,sk America/Regina|new south wales,nsw Australia/Sydney,Australia/Broken_Hill
queensland,qld Australia/Brisbane|south australia,sa Australia/Adelaide|tasmania,tas Australia/Hobart
victoria,vic Australia/Melbourne|western australia,wa Australia/Perth
"""
# Clocks that stand between the hours; those of a place that is alone with its distance.
BETWEEN = {
    (-9, 30): "Pacific/Marquesas",
    (3, 30): "Asia/Tehran",
    (4, 30): "Asia/Kabul",
    (5, 30): "Asia/Kolkata",
    (5, 45): "Asia/Kathmandu",
    (6, 30): "Asia/Yangon",
    (8, 45): "Australia/Eucla",
    (9, 30): "Australia/Darwin",
    (12, 45): "Pacific/Chatham",
}
COUNTRY_NAMES = {
    **dict.fromkeys(("uk", "britain", "great britain", "england", "scotland", "wales", "northern ireland"), "GB"),
    **dict.fromkeys(("usa", "us", "america", "united states of america", "the states"), "US"),
    **dict.fromkeys(("myanmar", "burma"), "MM"),
    **dict.fromkeys(("eswatini", "swaziland"), "SZ"),
    **dict.fromkeys(("uae", "emirates"), "AE"),
    **dict.fromkeys(("korea", "south korea"), "KR"),
    **dict.fromkeys(("dr congo", "drc"), "CD"),
    **dict.fromkeys(("grossbritannien", "grande bretagne", "gran bretagna", "gran bretana", "groot brittannie"), "GB"),
    **dict.fromkeys(("angleterre", "inglaterra", "inghilterra", "schottland", "ecosse", "escocia"), "GB"),
    **dict.fromkeys(("holland", "hollande", "holanda", "olanda"), "NL"),
    "nz": "NZ",
    "samoa": "WS",
    "ivory coast": "CI",
    "ksa": "SA",
    "vatican": "VA",
    "bosnia": "BA",
    "macedonia": "MK",
}
