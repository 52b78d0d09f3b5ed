<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="lt">
  <context>
    <name>SmartPlanning</name>
    <message>
      <source>2 Accessibility</source>
      <extracomment>group of algorithms</extracomment>
      <translation>2 Pasiekiamumas</translation>
    </message>
    <message>
      <source>Isochrones</source>
      <extracomment>title of isochrones</extracomment>
      <translation>Izochronos</translation>
    </message>
    <message>
      <source>Areas or roads that are reached from origins within some minutes, and who lives there.</source>
      <extracomment>summary of isochrones</extracomment>
      <translation>Teritorijos arba keliai, kuriuos iš pradžios taškų galima pasiekti per nurodytą minučių skaičių, ir kas ten gyvena.</translation>
    </message>
    <message>
      <source>What is reached by car from each origin within each cut-off: as areas, from a surface of travel times beside the roads, or as roads, cut exactly where the time is up. Origins may have a cut-off and a turn-out time of their own.

How to read the results: from_min and to_min are the band; rings stand next to each other and disks lie in each other. separate: each origin by itself, areas may overlap. merged: all as one. split: every place belongs to its nearest origin, areas share no ground (where origins have cut-offs of their own: to the one that has most time left). population counts the places whose own travel time is in the band, not what lies under the area. Between cells the surface is interpolated: an outline is good to a part of CELL_SIZE, roads are exact. Ground is reached on the way from the nearest road of its country, at OFFROAD_SPEED and no further than SNAP_DISTANCE, never across BARRIERS, and areas end at the outline of COUNTRIES.

Limits: by car at the speeds of the network, without traffic. Where local roads are missing, areas come out too small; beyond the edge of the data nothing is reached.</source>
      <extracomment>help of isochrones</extracomment>
      <translation>Kas iš kiekvieno pradžios taško pasiekiama automobiliu per kiekvieną ribinę reikšmę: kaip teritorijos, pagal kelionės laiko paviršių ir šalia kelių, arba kaip keliai, nukirsti tiksliai ten, kur laikas baigiasi. Pradžios taškai gali turėti savo ribinę reikšmę ir savo išvykimo laiką.

Kaip skaityti rezultatus: from_min ir to_min yra juosta; žiedai guli vienas šalia kito, o diskai – vienas kitame. separate: kiekvienas pradžios taškas atskirai, teritorijos gali persidengti. merged: visi kartu. split: kiekviena vieta priklauso savo artimiausiam pradžios taškui, teritorijos nepersidengia (jei pradžios taškai turi savo ribines reikšmes: tam, kuriam lieka daugiausia laiko). population suskaičiuoja vietas, kurių pačių kelionės laikas patenka į juostą, o ne tai, kas yra po teritorija. Tarp langelių paviršius interpoliuotas: kontūras tikslus iki CELL_SIZE dalies, keliai tikslūs. Žemė pasiekiama nuo artimiausio savo šalies kelio greičiu OFFROAD_SPEED ir ne toliau kaip SNAP_DISTANCE, niekada per BARRIERS, o teritorijos baigiasi ties COUNTRIES kontūru.

Ribojimai: automobiliu tinklo greičiais, be eismo. Kur trūksta vietinių kelių, teritorijos išeina per mažos; už duomenų krašto nieko nepasiekiama.</translation>
    </message>
    <message>
      <source>Road network</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kelių tinklas</translation>
    </message>
    <message>
      <source>The edges made by 'Build road network'.</source>
      <extracomment>help of NETWORK of isochrones</extracomment>
      <translation>Atkarpos, sukurtos įrankiu „Sukurti kelių tinklą“.</translation>
    </message>
    <message>
      <source>Countries</source>
      <extracomment>COUNTRIES of isochrones</extracomment>
      <translation>Šalys</translation>
    </message>
    <message>
      <source>Polygons that say in which country a place lies; municipalities will do.</source>
      <extracomment>help of COUNTRIES of isochrones</extracomment>
      <translation>Poligonai, nurodantys, kurioje šalyje yra vieta; tinka ir savivaldybės.</translation>
    </message>
    <message>
      <source>Country code of the countries</source>
      <extracomment>COUNTRY_FIELD of isochrones</extracomment>
      <translation>Šalių kodas</translation>
    </message>
    <message>
      <source>ISO 3166-1 alpha-2 codes, such as LV and LT.</source>
      <extracomment>help of COUNTRY_FIELD of isochrones</extracomment>
      <translation>ISO 3166-1 alpha-2 kodai, pavyzdžiui, LV ir LT.</translation>
    </message>
    <message>
      <source>Border crossings (instead of the network's own)</source>
      <extracomment>CROSSINGS of isochrones</extracomment>
      <translation>Sienos kirtimo vietos (vietoj paties tinklo)</translation>
    </message>
    <message>
      <source>The crossings made by 'Build road network', edited: shut (open = 0) or with delays.</source>
      <extracomment>help of CROSSINGS of isochrones</extracomment>
      <translation>Įrankio „Sukurti kelių tinklą“ sukurtos kirtimo vietos po taisymo: uždarytos (open = 0) arba su delsa.</translation>
    </message>
    <message>
      <source>Border</source>
      <extracomment>BORDER of isochrones</extracomment>
      <translation>Siena</translation>
    </message>
    <message>
      <source>open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay where that is empty. closed: nobody crosses, a thought experiment about geography, not a forecast. Crossings that are shut stay shut.</source>
      <extracomment>help of BORDER of isochrones</extracomment>
      <translation>open: kirtimo vietos pervažiuojamos be delsos. delay: kiekviena turi delsą BORDER_DELAY arba, kai ji nenurodyta, savo delsą. closed: sienos nekerta niekas; tai minčių eksperimentas apie geografiją, o ne prognozė. Uždarytos kirtimo vietos lieka uždarytos.</translation>
    </message>
    <message>
      <source>Delay at every crossing (minutes)</source>
      <extracomment>BORDER_DELAY of isochrones</extracomment>
      <translation>Delsa kiekvienoje kirtimo vietoje (minutės)</translation>
    </message>
    <message>
      <source>Only for a border with delay; empty: each crossing's own delays.</source>
      <extracomment>help of BORDER_DELAY of isochrones</extracomment>
      <translation>Tik sienai su delsa; tuščia: kiekvienos kirtimo vietos delsa.</translation>
    </message>
    <message>
      <source>Cost</source>
      <extracomment>COST of isochrones</extracomment>
      <translation>Sąnaudų matas</translation>
    </message>
    <message>
      <source>time: minutes by car. distance: kilometres.</source>
      <extracomment>help of COST of isochrones</extracomment>
      <translation>time: minutės automobiliu. distance: kilometrai.</translation>
    </message>
    <message>
      <source>Direction</source>
      <extracomment>DIRECTION of isochrones</extracomment>
      <translation>Kryptis</translation>
    </message>
    <message>
      <source>to: people travel to the service. from: the journey starts at the service or origin, as for an ambulance.</source>
      <extracomment>help of DIRECTION of isochrones</extracomment>
      <translation>to: žmonės važiuoja į paslaugos vietą. from: kelionė prasideda paslaugos vietoje arba pradžios taške, kaip greitosios pagalbos.</translation>
    </message>
    <message>
      <source>Greatest cost (minutes or km)</source>
      <extracomment>MAX_COST of isochrones</extracomment>
      <translation>Didžiausios sąnaudos (minutės arba km)</translation>
    </message>
    <message>
      <source>What costs more counts as not reached; empty: no limit.</source>
      <extracomment>help of MAX_COST of isochrones</extracomment>
      <translation>Kas kainuoja daugiau, laikoma nepasiekta; tuščia: be ribos.</translation>
    </message>
    <message>
      <source>Greatest distance to a road (m)</source>
      <extracomment>SNAP_DISTANCE of isochrones</extracomment>
      <translation>Didžiausias atstumas iki kelio (m)</translation>
    </message>
    <message>
      <source>A place further than this from every road of its country is not used, and says so. Raise it where only main roads are in the network.</source>
      <extracomment>help of SNAP_DISTANCE of isochrones</extracomment>
      <translation>Vieta, esanti toliau nuo visų savo šalies kelių, nenaudojama, ir tai nurodoma. Padidinkite, jei tinkle tik pagrindiniai keliai.</translation>
    </message>
    <message>
      <source>Speed on the way to the road (km/h)</source>
      <extracomment>OFFROAD_SPEED of isochrones</extracomment>
      <translation>Greitis pakeliui iki kelių tinklo (km/h)</translation>
    </message>
    <message>
      <source>0: the way to the road is free.</source>
      <extracomment>help of OFFROAD_SPEED of isochrones</extracomment>
      <translation>0: kelias iki kelių tinklo laiko nekainuoja.</translation>
    </message>
    <message>
      <source>Only roads that hang together with the largest part</source>
      <extracomment>MAIN_COMPONENT of isochrones</extracomment>
      <translation>Tik keliai, susiję su didžiausia tinklo dalimi</translation>
    </message>
    <message>
      <source>Places on islets of the network join the nearest road of its largest part instead.</source>
      <extracomment>help of MAIN_COMPONENT of isochrones</extracomment>
      <translation>Vietos prie atskirų tinklo dalių prijungiamos prie artimiausio didžiausios dalies kelio.</translation>
    </message>
    <message>
      <source>Barriers on the way to the road</source>
      <extracomment>BARRIERS of isochrones</extracomment>
      <translation>Kliūtys pakeliui iki kelių tinklo</translation>
    </message>
    <message>
      <source>Lines or polygons that nobody crosses between a place and its road: water, the border. Roads cross them.</source>
      <extracomment>help of BARRIERS of isochrones</extracomment>
      <translation>Linijos arba poligonai, kurių niekas nekerta tarp vietos ir jos kelio: vanduo, siena. Keliai juos kerta.</translation>
    </message>
    <message>
      <source>Origins</source>
      <extracomment>ORIGINS of isochrones</extracomment>
      <translation>Pradžios taškai</translation>
    </message>
    <message>
      <source>Points.</source>
      <extracomment>help of ORIGINS of isochrones</extracomment>
      <translation>Taškai.</translation>
    </message>
    <message>
      <source>Id of the origins</source>
      <extracomment>ORIGIN_ID of isochrones</extracomment>
      <translation>Pradžios taškų identifikatorius</translation>
    </message>
    <message>
      <source>Unique.</source>
      <extracomment>help of ORIGIN_ID of isochrones</extracomment>
      <translation>Unikalus.</translation>
    </message>
    <message>
      <source>Cut-off of each origin</source>
      <extracomment>CUTOFF_FIELD of isochrones</extracomment>
      <translation>Kiekvieno pradžios taško ribinė reikšmė</translation>
    </message>
    <message>
      <source>Minutes or km in place of CUTOFFS, where it is not empty.</source>
      <extracomment>help of CUTOFF_FIELD of isochrones</extracomment>
      <translation>Minutės arba km vietoj CUTOFFS, jei laukas netuščias.</translation>
    </message>
    <message>
      <source>Turn-out time (minutes)</source>
      <extracomment>TURNOUT_FIELD of isochrones</extracomment>
      <translation>Išvykimo laikas (minutės)</translation>
    </message>
    <message>
      <source>Passes before the journey begins, as at a fire station; empty: none.</source>
      <extracomment>help of TURNOUT_FIELD of isochrones</extracomment>
      <translation>Praeina prieš prasidedant kelionei, kaip gaisrinėje; tuščia: nėra.</translation>
    </message>
    <message>
      <source>Cut-offs (minutes or km)</source>
      <extracomment>CUTOFFS of isochrones</extracomment>
      <translation>Ribinės reikšmės (minutės arba km)</translation>
    </message>
    <message>
      <source>Rising numbers above 0.</source>
      <extracomment>help of CUTOFFS of isochrones</extracomment>
      <translation>Didėjantys skaičiai, didesni už 0.</translation>
    </message>
    <message>
      <source>Shape</source>
      <extracomment>SHAPE of isochrones</extracomment>
      <translation>Pavidalas</translation>
    </message>
    <message>
      <source>polygons: the ground beside the roads, too. roads: the roads alone, cut exactly.</source>
      <extracomment>help of SHAPE of isochrones</extracomment>
      <translation>polygons: ir žemė šalia kelių. roads: tik keliai, tiksliai nukirsti.</translation>
    </message>
    <message>
      <source>Several origins</source>
      <extracomment>COMBINE of isochrones</extracomment>
      <translation>Keli pradžios taškai</translation>
    </message>
    <message>
      <source>separate: each by itself. merged: all as one. split: every place to its nearest.</source>
      <extracomment>help of COMBINE of isochrones</extracomment>
      <translation>separate: kiekvienas atskirai. merged: visi kartu. split: kiekviena vieta – savo artimiausiam.</translation>
    </message>
    <message>
      <source>Rings instead of disks</source>
      <extracomment>RINGS of isochrones</extracomment>
      <translation>Žiedai vietoj diskų</translation>
    </message>
    <message>
      <source>Each band without the smaller ones in it.</source>
      <extracomment>help of RINGS of isochrones</extracomment>
      <translation>Kiekviena juosta be mažesniųjų joje.</translation>
    </message>
    <message>
      <source>Cell size (m)</source>
      <extracomment>CELL_SIZE of isochrones</extracomment>
      <translation>Langelio dydis (m)</translation>
    </message>
    <message>
      <source>Of the surface of travel times.</source>
      <extracomment>help of CELL_SIZE of isochrones</extracomment>
      <translation>Kelionės laiko paviršiaus.</translation>
    </message>
    <message>
      <source>Places, to count the people inside</source>
      <extracomment>PLACES of isochrones</extracomment>
      <translation>Vietos, kuriose skaičiuojami gyventojai</translation>
    </message>
    <message>
      <source>Towns, villages, grid cells or zones. Polygons are represented by POPULATION_POINTS, else by a point inside.</source>
      <extracomment>help of PLACES of isochrones</extracomment>
      <translation>Miestai, kaimai, tinklelio langeliai arba zonos. Poligonus atstoja POPULATION_POINTS, o jei jų nėra – taškas viduje.</translation>
    </message>
    <message>
      <source>Id of the places</source>
      <extracomment>PLACE_ID of isochrones</extracomment>
      <translation>Vietų identifikatorius</translation>
    </message>
    <message>
      <source>Unique values.</source>
      <extracomment>help of PLACE_ID of isochrones</extracomment>
      <translation>Unikalios reikšmės.</translation>
    </message>
    <message>
      <source>Population</source>
      <extracomment>POPULATION_FIELD of isochrones</extracomment>
      <translation>Gyventojų skaičius</translation>
    </message>
    <message>
      <source>Empty: every place counts once, or the people of its POPULATION_POINTS. A missing value counts nobody, and says so.</source>
      <extracomment>help of POPULATION_FIELD of isochrones</extracomment>
      <translation>Tuščia: kiekviena vieta skaičiuojama vieną kartą arba pagal jos POPULATION_POINTS gyventojus. Trūkstama reikšmė neskaičiuoja nieko, ir tai nurodoma.</translation>
    </message>
    <message>
      <source>Country code of the places</source>
      <extracomment>PLACE_COUNTRY_FIELD of isochrones</extracomment>
      <translation>Vietų šalies kodas</translation>
    </message>
    <message>
      <source>Empty: the country polygon the place lies in, else the nearest road.</source>
      <extracomment>help of PLACE_COUNTRY_FIELD of isochrones</extracomment>
      <translation>Tuščia: šalies poligonas, kuriame yra vieta, kitaip artimiausias kelias.</translation>
    </message>
    <message>
      <source>Population points (for polygons)</source>
      <extracomment>POPULATION_POINTS of isochrones</extracomment>
      <translation>Gyventojų taškai (poligonams)</translation>
    </message>
    <message>
      <source>Addresses, grid points or settlements inside the polygons. Every polygon is divided among the points inside it, each with its share of the people. Times and measures of a polygon are means over its people (empty where less than half of them have one), texts are those of most people, sums count every point by itself.</source>
      <extracomment>help of POPULATION_POINTS of isochrones</extracomment>
      <translation>Adresai, tinklelio taškai arba gyvenamosios vietovės poligonų viduje. Kiekvienas poligonas padalijamas jame esantiems taškams, kiekvienam tenka jo gyventojų dalis. Poligono laikai ir rodikliai yra vidurkiai pagal jo gyventojus (tušti, jei juos turi mažiau nei pusė), tekstai – daugumos, sumos skaičiuoja kiekvieną tašką atskirai.</translation>
    </message>
    <message>
      <source>People at the population points</source>
      <extracomment>POPULATION_POINTS_FIELD of isochrones</extracomment>
      <translation>Gyventojai gyventojų taškuose</translation>
    </message>
    <message>
      <source>Empty: every point counts alike. Demand fields of SERVICE_TYPES that the polygons lack are taken from the points, too.</source>
      <extracomment>help of POPULATION_POINTS_FIELD of isochrones</extracomment>
      <translation>Tuščia: visi taškai skaičiuojami vienodai. SERVICE_TYPES paklausos laukai, kurių poligonai neturi, taip pat imami iš taškų.</translation>
    </message>
    <message>
      <source>A row for each origin and cut-off, with its area or length and the people inside.</source>
      <extracomment>help of OUTPUT of isochrones</extracomment>
      <translation>Eilutė kiekvienam pradžios taškui ir ribinei reikšmei su jos plotu arba ilgiu ir gyventojais viduje.</translation>
    </message>
    <message>
      <source>Surface of travel times</source>
      <extracomment>SURFACE of isochrones</extracomment>
      <translation>Kelionės laiko paviršius</translation>
    </message>
    <message>
      <source>Minutes (or km) from the nearest origin at the middle of each cell.</source>
      <extracomment>help of SURFACE of isochrones</extracomment>
      <translation>Minutės (arba km) nuo artimiausio pradžios taško kiekvieno langelio viduryje.</translation>
    </message>
    <message>
      <source>Service accessibility</source>
      <extracomment>title of serviceaccessibility</extracomment>
      <translation>Paslaugų pasiekiamumas</translation>
    </message>
    <message>
      <source>For each place and type of service: how near, how much, and shared with how many others.</source>
      <extracomment>summary of serviceaccessibility</extracomment>
      <translation>Kiekvienai vietai ir paslaugos rūšiai: kaip arti, kiek ir su kiek kitų dalijamasi.</translation>
    </message>
    <message>
      <source>For each place and each type of service: the cost to the nearest service, what lies within a threshold, and what is left of it when all who have it in reach share it, with the border open, delayed or closed; against norms; with services closed, opened or moved.

How to read the results: nearest_&lt;type&gt; is in minutes by car (or km), with the extra minutes of services abroad; nearest_id_&lt;type&gt; names the service. nearest_own_ counts services of the place's own country only, nearest_abroad_ those of its neighbours: 'foreign services do not count' is another question than 'the border is closed', under which nobody may even pass through. cumulative_ and gravity_&lt;type&gt; are capacity (or, without one, the number of services); 2sfca_, e2sfca_, 3sfca_ and bfca_ are capacity for each person who needs the service; spatial_availability_ is the capacity that falls to the place. Journeys run as DIRECTION says, or as SERVICE_TYPES says for a type: an ambulance starts at its post. _own_ and _abroad_ add up to each. Empty: the place could not be used, or no service is reached. 0: nothing is in reach. within_norm_&lt;type&gt; compares with the norm of the own country and settlement. change_ is the result with SERVICE_CHANGES less the present. A place with a status other than ok could not be used; remarks names the types that cannot be reached from it.

Limits: edge_min is the way to where the roads of the data end by land (with COUNTRIES; else also at coasts); with edge_reached = 1 a service or people beyond it could count, and are not in the data. Measures with competition may rise when the border closes, because people abroad do not share any more.</source>
      <extracomment>help of serviceaccessibility</extracomment>
      <translation>Kiekvienai vietai ir kiekvienai paslaugos rūšiai: sąnaudos iki artimiausios paslaugos, kas yra slenkstinės vertės ribose ir kas iš to lieka, kai dalijasi visi, kam ji pasiekiama, kai siena atvira, su delsa arba uždaryta; palyginti su normomis; su uždarytomis, atidarytomis arba perkeltomis paslaugomis.

Kaip skaityti rezultatus: nearest_&lt;type&gt; yra minutėmis automobiliu (arba km), su papildomomis minutėmis paslaugoms užsienyje; nearest_id_&lt;type&gt; nurodo paslaugą. nearest_own_ skaičiuoja tik savo šalies paslaugas, nearest_abroad_ – kaimynių: „užsienio paslaugos neskaičiuojamos“ yra kitas klausimas nei „siena uždaryta“, kai per kaimynę negalima net pravažiuoti. cumulative_ ir gravity_&lt;type&gt; yra pajėgumas (arba, jei jo nėra, paslaugų skaičius); 2sfca_, e2sfca_, 3sfca_ ir bfca_ yra pajėgumas kiekvienam žmogui, kuriam paslaugos reikia; spatial_availability_ yra pajėgumas, tenkantis vietai. Kelionės vyksta, kaip sako DIRECTION arba tai rūšiai SERVICE_TYPES: greitoji pagalba pradeda nuo savo posto. _own_ ir _abroad_ kartu sudaro visumą. Tuščia: vietos nebuvo galima panaudoti arba nepasiekta nė viena paslauga. 0: nieko nepasiekiama. within_norm_&lt;type&gt; lygina su savo šalies ir gyvenvietės tipo norma. change_ yra rezultatas su SERVICE_CHANGES atėmus dabartinį. Vietos, kurios būsena kita nei ok, nebuvo galima panaudoti; remarks išvardija rūšis, kurių iš jos nepasiekiama.

Ribojimai: edge_min yra kelias iki ten, kur duomenų keliai baigiasi sausumoje (su COUNTRIES; kitaip ir prie kranto); jei edge_reached = 1, už jos galėtų būti svarbi paslauga ar gyventojai, kurių duomenyse nėra. Rodikliai su konkurencija gali padidėti uždarius sieną, nes užsienio gyventojai nebesidalija.</translation>
    </message>
    <message>
      <source>Travel times instead of the network</source>
      <extracomment>TRAVEL_TIMES of serviceaccessibility</extracomment>
      <translation>Kelionės laikai vietoj tinklo</translation>
    </message>
    <message>
      <source>A table with origin_id, destination_id and time_min, such as a bus planner gives. Its ids are those of the places and services (or origins and destinations); a journey runs from origin to destination. A pair that is not in it is not reached.</source>
      <extracomment>help of TRAVEL_TIMES of serviceaccessibility</extracomment>
      <translation>Lentelė su origin_id, destination_id ir time_min, kokią pateikia, pavyzdžiui, autobusų planuoklė. Jos identifikatoriai yra vietų ir paslaugų (arba pradžios taškų ir tikslų) identifikatoriai; kelionė vyksta iš pradžios taško į tikslą. Pora, kurios lentelėje nėra, nepasiekta.</translation>
    </message>
    <message>
      <source>Places where people live</source>
      <extracomment>PLACES of serviceaccessibility</extracomment>
      <translation>Vietos, kuriose gyvena žmonės</translation>
    </message>
    <message>
      <source>Services</source>
      <extracomment>SERVICES of serviceaccessibility</extracomment>
      <translation>Paslaugos</translation>
    </message>
    <message>
      <source>Facilities, one point each.</source>
      <extracomment>help of SERVICES of serviceaccessibility</extracomment>
      <translation>Paslaugų vietos, kiekvienai po tašką.</translation>
    </message>
    <message>
      <source>Id of the services</source>
      <extracomment>SERVICE_ID of serviceaccessibility</extracomment>
      <translation>Paslaugų identifikatorius</translation>
    </message>
    <message>
      <source>Type of service</source>
      <extracomment>SERVICE_TYPE_FIELD of serviceaccessibility</extracomment>
      <translation>Paslaugos rūšis</translation>
    </message>
    <message>
      <source>Empty: all services are of one type.</source>
      <extracomment>help of SERVICE_TYPE_FIELD of serviceaccessibility</extracomment>
      <translation>Tuščia: visos paslaugos vienos rūšies.</translation>
    </message>
    <message>
      <source>Country code of the services</source>
      <extracomment>SERVICE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation>Paslaugų šalies kodas</translation>
    </message>
    <message>
      <source>Empty: the country polygon the service lies in, else the nearest road.</source>
      <extracomment>help of SERVICE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation>Tuščia: šalies poligonas, kuriame yra paslauga, kitaip artimiausias kelias.</translation>
    </message>
    <message>
      <source>Capacity</source>
      <extracomment>CAPACITY_FIELD of serviceaccessibility</extracomment>
      <translation>Pajėgumas</translation>
    </message>
    <message>
      <source>Beds, seats, pupils. Empty: every service counts once.</source>
      <extracomment>help of CAPACITY_FIELD of serviceaccessibility</extracomment>
      <translation>Lovos, vietos, mokiniai. Tuščia: kiekviena paslauga skaičiuojama vieną kartą.</translation>
    </message>
    <message>
      <source>Only services for which this holds</source>
      <extracomment>SERVICE_FILTER of serviceaccessibility</extracomment>
      <translation>Tik paslaugos, kurioms tai galioja</translation>
    </message>
    <message>
      <source>Compare like with like: "facility_type" = 'general' keeps nursing homes out.</source>
      <extracomment>help of SERVICE_FILTER of serviceaccessibility</extracomment>
      <translation>Lyginkite panašius su panašiais: "facility_type" = 'general' atmeta slaugos įstaigas.</translation>
    </message>
    <message>
      <source>Table of service types</source>
      <extracomment>SERVICE_TYPES of serviceaccessibility</extracomment>
      <translation>Paslaugų rūšių lentelė</translation>
    </message>
    <message>
      <source>One row a type: type, theme, demand_field, threshold_min, advantage_min, extra_min_abroad, shareability (agreement, free_choice, not_shareable, unknown), only_open_border, people_per_capacity (people that one unit of capacity serves), direction (from the facility, for emergency services), legal_basis, evidence, label_en, label_lv, label_lt. The sample holds one to copy.</source>
      <extracomment>help of SERVICE_TYPES of serviceaccessibility</extracomment>
      <translation>Po eilutę rūšiai: type, theme, demand_field, threshold_min, advantage_min, extra_min_abroad, shareability (agreement, free_choice, not_shareable, unknown), only_open_border, people_per_capacity (kiek gyventojų aptarnauja vienas pajėgumo vienetas), direction (from nuo paslaugos vietos, skubiosios pagalbos tarnyboms), legal_basis, evidence, label_en, label_lv, label_lt. Pavyzdyje yra lentelė, kurią galima nukopijuoti.</translation>
    </message>
    <message>
      <source>Changes of services: what if this one closes?</source>
      <extracomment>SERVICE_CHANGES of serviceaccessibility</extracomment>
      <translation>Paslaugų pokyčiai: kas, jei ši uždaroma?</translation>
    </message>
    <message>
      <source>One row a change: service_id, change (close, open, move, capacity), capacity; lon and lat (degrees) or a point for what opens or moves; type and country for what opens. Everything is computed with these changes; where a result has the difference to the present, it says so.</source>
      <extracomment>help of SERVICE_CHANGES of serviceaccessibility</extracomment>
      <translation>Po eilutę pokyčiui: service_id, change (close, open, move, capacity), capacity; lon ir lat (laipsniai) arba taškas tam, kas atidaroma ar perkeliama; type ir country tam, kas atidaroma. Viskas skaičiuojama su šiais pokyčiais; kur rezultate yra skirtumas nuo dabartinio, tai nurodyta.</translation>
    </message>
    <message>
      <source>Table of norms</source>
      <extracomment>NORMS of serviceaccessibility</extracomment>
      <translation>Normų lentelė</translation>
    </message>
    <message>
      <source>One row a norm: type, country, settlement, minutes, share_to_be_met (0 to 1), clock (call, depot, door), turnout_min, source, date. An empty country or settlement holds for all without a row of their own. The sample holds one to copy.</source>
      <extracomment>help of NORMS of serviceaccessibility</extracomment>
      <translation>Po eilutę normai: type, country, settlement, minutes, share_to_be_met (nuo 0 iki 1), clock (call, depot, door), turnout_min, source, date. Tuščia country arba settlement galioja visiems, neturintiems savo eilutės. Pavyzdyje yra lentelė, kurią galima nukopijuoti.</translation>
    </message>
    <message>
      <source>Type of settlement of the places</source>
      <extracomment>SETTLEMENT_FIELD of serviceaccessibility</extracomment>
      <translation>Vietų gyvenvietės tipas</translation>
    </message>
    <message>
      <source>The words that NORMS uses, such as state_city, town, rural.</source>
      <extracomment>help of SETTLEMENT_FIELD of serviceaccessibility</extracomment>
      <translation>Žodžiai, kuriuos vartoja NORMS, pavyzdžiui, state_city, town, rural.</translation>
    </message>
    <message>
      <source>Measures</source>
      <extracomment>MEASURES of serviceaccessibility</extracomment>
      <translation>Rodikliai</translation>
    </message>
    <message>
      <source>nearest: cost to the nearest service, always there. cumulative: what is within the threshold. gravity: the same, less the further away. 2sfca, e2sfca (with decay), 3sfca and bfca: supply for each person, shared with all who have it in reach. spatial_availability: a place's part of the supply.</source>
      <extracomment>help of MEASURES of serviceaccessibility</extracomment>
      <translation>nearest: sąnaudos iki artimiausios paslaugos, visada yra. cumulative: kas yra slenkstinės vertės ribose. gravity: tas pats, kuo toliau, tuo mažiau. 2sfca, e2sfca (su silpimu), 3sfca ir bfca: pasiūla kiekvienam žmogui, dalijama visiems, kam ji pasiekiama. spatial_availability: vietai tenkanti pasiūlos dalis.</translation>
    </message>
    <message>
      <source>Threshold (minutes or km)</source>
      <extracomment>THRESHOLD of serviceaccessibility</extracomment>
      <translation>Slenkstinė vertė (minutės arba km)</translation>
    </message>
    <message>
      <source>For types whose threshold_min in SERVICE_TYPES is empty. What lies at it is in reach.</source>
      <extracomment>help of THRESHOLD of serviceaccessibility</extracomment>
      <translation>Rūšims, kurių threshold_min lentelėje SERVICE_TYPES tuščias. Kas yra lygiai ties ja, pasiekiama.</translation>
    </message>
    <message>
      <source>Also the n-th nearest</source>
      <extracomment>NEAREST of serviceaccessibility</extracomment>
      <translation>Taip pat n-toji artimiausia</translation>
    </message>
    <message>
      <source>With 3, nearest_3_&lt;type&gt; is the cost to the third nearest: a choice, or a reserve.</source>
      <extracomment>help of NEAREST of serviceaccessibility</extracomment>
      <translation>Su 3 nearest_3_&lt;type&gt; yra sąnaudos iki trečios artimiausios: pasirinkimas arba atsarga.</translation>
    </message>
    <message>
      <source>Decay</source>
      <extracomment>DECAY of serviceaccessibility</extracomment>
      <translation>Silpimas</translation>
    </message>
    <message>
      <source>How a service counts the further away it is, for gravity, e2sfca, 3sfca, bfca and spatial_availability. Beyond the threshold it counts nothing.</source>
      <extracomment>help of DECAY of serviceaccessibility</extracomment>
      <translation>Kiek sveria paslauga, kuo ji toliau, rodikliams gravity, e2sfca, 3sfca, bfca ir spatial_availability. Už slenkstinės vertės ji nesveria nieko.</translation>
    </message>
    <message>
      <source>Parameters of the decay</source>
      <extracomment>DECAY_PARAMETER of serviceaccessibility</extracomment>
      <translation>Silpimo parametrai</translation>
    </message>
    <message>
      <source>stepped: limit:weight, as 10:1, 20:0.68, 30:0.22. power: exponent, least cost. exponential: rate. gaussian: standard deviation. logistic: mean, standard deviation. Empty: by the threshold (exponential and gaussian weigh 0.01 there).</source>
      <extracomment>help of DECAY_PARAMETER of serviceaccessibility</extracomment>
      <translation>stepped: riba:svoris, pavyzdžiui, 10:1, 20:0.68, 30:0.22. power: laipsnio rodiklis, mažiausios sąnaudos. exponential: koeficientas. gaussian: standartinis nuokrypis. logistic: vidurkis, standartinis nuokrypis. Tuščia: pagal slenkstinę vertę (exponential ir gaussian ten sveria 0,01).</translation>
    </message>
    <message>
      <source>Willingness to use services abroad (0 to 1)</source>
      <extracomment>WILLINGNESS of serviceaccessibility</extracomment>
      <translation>Noras naudotis paslaugomis užsienyje (nuo 0 iki 1)</translation>
    </message>
    <message>
      <source>What services abroad weigh in the weighted measures (not nearest and cumulative), apart from any delay. 1 is the most optimistic assumption.</source>
      <extracomment>help of WILLINGNESS of serviceaccessibility</extracomment>
      <translation>Kiek paslaugos užsienyje sveria svertiniuose rodikliuose (ne nearest ir cumulative), nepriklausomai nuo delsos. 1 yra optimistiškiausia prielaida.</translation>
    </message>
    <message>
      <source>Group of the places (for equity)</source>
      <extracomment>GROUP_FIELD of serviceaccessibility</extracomment>
      <translation>Vietų grupė (lygybei)</translation>
    </message>
    <message>
      <source>Such as the municipality: indices for each, and between and within them.</source>
      <extracomment>help of GROUP_FIELD of serviceaccessibility</extracomment>
      <translation>Pavyzdžiui, savivaldybė: indeksai kiekvienai grupei, taip pat tarp jų ir jų viduje.</translation>
    </message>
    <message>
      <source>Rank of the places (for equity)</source>
      <extracomment>RANK_FIELD of serviceaccessibility</extracomment>
      <translation>Vietų rangas (lygybei)</translation>
    </message>
    <message>
      <source>Such as income: who has more, the rich or the poor? Palma and concentration index.</source>
      <extracomment>help of RANK_FIELD of serviceaccessibility</extracomment>
      <translation>Pavyzdžiui, pajamos: kas turi daugiau, turtingieji ar neturtingieji? Palmos ir koncentracijos indeksas.</translation>
    </message>
    <message>
      <source>Language</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation>Kalba</translation>
    </message>
    <message>
      <source>Of legends and maps.</source>
      <extracomment>help of LANGUAGE of serviceaccessibility</extracomment>
      <translation>Legendoms ir žemėlapiams.</translation>
    </message>
    <message>
      <source>Accessibility of places</source>
      <extracomment>OUTPUT of serviceaccessibility</extracomment>
      <translation>Vietų pasiekiamumas</translation>
    </message>
    <message>
      <source>The places with measures.</source>
      <extracomment>help of OUTPUT of serviceaccessibility</extracomment>
      <translation>Vietos su rodikliais.</translation>
    </message>
    <message>
      <source>Equity</source>
      <extracomment>EQUITY of serviceaccessibility</extracomment>
      <translation>Lygybė</translation>
    </message>
    <message>
      <source>A row for each measure and type, for all, each country and each group: Gini, Palma (mean of the top tenth of the people over that of the bottom four tenths; ranked by RANK_FIELD, else by the measure), Theil with its parts, and with RANK_FIELD the concentration index and Erreygers' index (bounds 0 and the most).</source>
      <extracomment>help of EQUITY of serviceaccessibility</extracomment>
      <translation>Eilutė kiekvienam rodikliui ir rūšiai, iš viso, pagal šalis ir grupes: Gini, Palma (viršutinės dešimtosios gyventojų dalies vidurkis palyginti su apatinių keturių dešimtųjų vidurkiu; rikiuojama pagal RANK_FIELD, kitaip pagal rodiklį), Theil su jo dalimis, o su RANK_FIELD – koncentracijos indeksas ir Erreygers indeksas (ribos 0 ir didžiausia reikšmė).</translation>
    </message>
    <message>
      <source>Norms met</source>
      <extracomment>NORMS_MET of serviceaccessibility</extracomment>
      <translation>Įvykdytos normos</translation>
    </message>
    <message>
      <source>With NORMS: the share of people within the norm of their own country and settlement.</source>
      <extracomment>help of NORMS_MET of serviceaccessibility</extracomment>
      <translation>Su NORMS: gyventojų dalis, kuriai įvykdyta jos šalies ir gyvenvietės tipo norma.</translation>
    </message>
    <message>
      <source>Services and their demand</source>
      <extracomment>SERVICES_OUT of serviceaccessibility</extracomment>
      <translation>Paslaugos ir jų paklausa</translation>
    </message>
    <message>
      <source>The services with what counts of them, the demand in their reach, and supply for each; status unserved: supply, and nobody in reach.</source>
      <extracomment>help of SERVICES_OUT of serviceaccessibility</extracomment>
      <translation>Paslaugos su tuo, kas jose skaičiuojama, paklausa jų pasiekiamoje srityje ir pasiūla kiekvienam; būsena unserved: pasiūla yra, bet niekas jos nepasiekia.</translation>
    </message>
    <message>
      <source>Plots</source>
      <extracomment>PLOTS of serviceaccessibility</extracomment>
      <translation>Grafikai</translation>
    </message>
    <message>
      <source>How the measures are spread over people, by country, with tables.</source>
      <extracomment>help of PLOTS of serviceaccessibility</extracomment>
      <translation>Kaip rodikliai pasiskirstę tarp gyventojų, pagal šalis, su lentelėmis.</translation>
    </message>
    <message>
      <source>Transport performance</source>
      <extracomment>title of transportperformance</extracomment>
      <translation>Transporto veiksmingumas</translation>
    </message>
    <message>
      <source>How many of the people nearby can be reached by road in time, at home and abroad.</source>
      <extracomment>summary of transportperformance</extracomment>
      <translation>Kiek netoliese gyvenančiųjų galima laiku pasiekti keliais, savo šalyje ir užsienyje.</translation>
    </message>
    <message>
      <source>The European Commission's transport performance for each place: people reached by car within THRESHOLD minutes, over people within RADIUS kilometres in a straight line, in per cent; told apart by own country and abroad.

How to read the results: accessible, proximity and tp, each also _own and _abroad (people of the place's own country, people of others). border_gap is the share of people nearby at home who are reached less that of the people nearby abroad, in points: how much worse roads lead across the border than at home within the same distance; it is geography and roads, not law or language. tp can exceed 100 where fast roads lead beyond the radius (over_100 = 1). efficiency is the time taken over that of a straight line at TOP_SPEED, a mean over people: 1 is ideal. ZONES_OUT has population-weighted means of the places in each zone, and beside them tp_of_means, which sums up people first: the two differ, so say which you quote.

Limits: people beyond the data count too, so give POPULATION_LAYER as far as RADIUS around the places. frame_complete = 0: part of the circle lies outside FRAME (or of the hull of the population data), and tp is not comparable with figures of the Commission. edge_reached = 1: the roads of the data end by land within the threshold.</source>
      <extracomment>help of transportperformance</extracomment>
      <translation>Europos Komisijos transporto veiksmingumas kiekvienai vietai: gyventojai, pasiekiami automobiliu per THRESHOLD minučių, palyginti su gyventojais RADIUS kilometrų spinduliu tiesia linija, procentais; atskirai savo šalyje ir užsienyje.

Kaip skaityti rezultatus: accessible, proximity ir tp, kiekvienas ir su _own bei _abroad (tos pačios šalies gyventojai, kitų šalių gyventojai). border_gap yra pasiektųjų dalis tarp netoliese gyvenančių savo šalyje atėmus tokią pat dalį užsienyje, punktais: kiek blogiau keliai veda per sieną nei savo šalyje tokiu pat atstumu; tai geografija ir keliai, o ne teisė ar kalba. tp gali viršyti 100, kai greiti keliai veda už spindulio (over_100 = 1). efficiency yra sugaištas laikas, palyginti su tiesios linijos laiku greičiu TOP_SPEED, vidurkis pagal gyventojus: 1 yra idealu. ZONES_OUT turi kiekvienos zonos vietų vidurkius, pasvertus gyventojais, o greta tp_of_means, kuris pirmiausia sudeda gyventojus: jie skiriasi, todėl nurodykite, kurį cituojate.

Ribojimai: skaičiuojami ir gyventojai už duomenų krašto, todėl pateikite POPULATION_LAYER iki RADIUS aplink vietas. frame_complete = 0: dalis apskritimo yra už FRAME (arba gyventojų duomenų apvalkalo), ir tp nepalyginamas su Komisijos skaičiais. edge_reached = 1: duomenų keliai sausumoje baigiasi slenkstinės vertės ribose.</translation>
    </message>
    <message>
      <source>Population, also beyond the frame</source>
      <extracomment>POPULATION_LAYER of transportperformance</extracomment>
      <translation>Gyventojai, ir už rėmo</translation>
    </message>
    <message>
      <source>Grid cells or settlements with people, as far as RADIUS around the places, of all countries. Empty: the places themselves.</source>
      <extracomment>help of POPULATION_LAYER of transportperformance</extracomment>
      <translation>Visų šalių tinklelio langeliai arba gyvenamosios vietovės su gyventojais, iki RADIUS aplink vietas. Tuščia: pačios vietos.</translation>
    </message>
    <message>
      <source>People in it</source>
      <extracomment>POPULATION_LAYER_FIELD of transportperformance</extracomment>
      <translation>Gyventojai jame</translation>
    </message>
    <message>
      <source>Number of people.</source>
      <extracomment>help of POPULATION_LAYER_FIELD of transportperformance</extracomment>
      <translation>Gyventojų skaičius.</translation>
    </message>
    <message>
      <source>Country code in it</source>
      <extracomment>POPULATION_LAYER_COUNTRY_FIELD of transportperformance</extracomment>
      <translation>Šalies kodas jame</translation>
    </message>
    <message>
      <source>Empty: the country polygon it lies in, else the nearest road.</source>
      <extracomment>help of POPULATION_LAYER_COUNTRY_FIELD of transportperformance</extracomment>
      <translation>Tuščia: šalies poligonas, kuriame jis yra, kitaip artimiausias kelias.</translation>
    </message>
    <message>
      <source>Frame</source>
      <extracomment>FRAME of transportperformance</extracomment>
      <translation>Rėmas</translation>
    </message>
    <message>
      <source>The area in which the population is known completely, with the sea in it. Empty: the convex hull of the population.</source>
      <extracomment>help of FRAME of transportperformance</extracomment>
      <translation>Teritorija, kurioje gyventojai visiškai žinomi, kartu su jūra. Tuščia: gyventojų iškilasis apvalkalas.</translation>
    </message>
    <message>
      <source>Threshold (minutes)</source>
      <extracomment>THRESHOLD of transportperformance</extracomment>
      <translation>Slenkstinė vertė (minutės)</translation>
    </message>
    <message>
      <source>Whom one reaches by car.</source>
      <extracomment>help of THRESHOLD of transportperformance</extracomment>
      <translation>Ką galima pasiekti automobiliu.</translation>
    </message>
    <message>
      <source>Radius (km)</source>
      <extracomment>RADIUS of transportperformance</extracomment>
      <translation>Spindulys (km)</translation>
    </message>
    <message>
      <source>Who lives near, straight line.</source>
      <extracomment>help of RADIUS of transportperformance</extracomment>
      <translation>Kas gyvena netoliese, tiesia linija.</translation>
    </message>
    <message>
      <source>Speed of the ideal way (km/h)</source>
      <extracomment>TOP_SPEED of transportperformance</extracomment>
      <translation>Idealaus kelio greitis (km/h)</translation>
    </message>
    <message>
      <source>For efficiency: a straight line at this speed.</source>
      <extracomment>help of TOP_SPEED of transportperformance</extracomment>
      <translation>Efektyvumui: tiesi linija šiuo greičiu.</translation>
    </message>
    <message>
      <source>Zone of the places</source>
      <extracomment>ZONE_FIELD of transportperformance</extracomment>
      <translation>Vietų zona</translation>
    </message>
    <message>
      <source>Such as the municipality, for ZONES_OUT.</source>
      <extracomment>help of ZONE_FIELD of transportperformance</extracomment>
      <translation>Pavyzdžiui, savivaldybė, išvesčiai ZONES_OUT.</translation>
    </message>
    <message>
      <source>The places with indicators.</source>
      <extracomment>help of OUTPUT of transportperformance</extracomment>
      <translation>Vietos su rodikliais.</translation>
    </message>
    <message>
      <source>Transport performance of zones</source>
      <extracomment>ZONES_OUT of transportperformance</extracomment>
      <translation>Zonų transporto veiksmingumas</translation>
    </message>
    <message>
      <source>With ZONE_FIELD: population-weighted means.</source>
      <extracomment>help of ZONES_OUT of transportperformance</extracomment>
      <translation>Su ZONE_FIELD: vidurkiai, pasverti gyventojais.</translation>
    </message>
    <message>
      <source>Travel time matrix</source>
      <extracomment>title of traveltimematrix</extracomment>
      <translation>Kelionės laikų matrica</translation>
    </message>
    <message>
      <source>Travel times or distances between origins and destinations, all pairs or the k nearest.</source>
      <extracomment>summary of traveltimematrix</extracomment>
      <translation>Kelionės laikai arba atstumai tarp pradžios taškų ir tikslų, visos poros arba k artimiausių.</translation>
    </message>
    <message>
      <source>Travel time (or distance) by car from every origin to every destination, to the NEAREST ones only, or between those with the same value of PAIR_FIELD. Points join the nearest road of their own country, anywhere on it, with one-way directions kept. Large matrices go to OUTPUT_FILE, one block at a time.

How to read the results: one row a pair. status says ok, unreached (no way within MAX_COST under this border), or why an end could not be used (origin too_far: further from a road than SNAP_DISTANCE; one_way_trap: no way out of there). Points that could not be used are also in UNREACHED. distance_km beside time_min is that of the fastest way, with the way to the road.

Limits: by car at the speeds of the network, without traffic, parking or waiting. Where local roads are missing, times come out too long.</source>
      <extracomment>help of traveltimematrix</extracomment>
      <translation>Kelionės laikas (arba atstumas) automobiliu nuo kiekvieno pradžios taško iki kiekvieno tikslo, tik iki NEAREST artimiausių arba tarp tų, kurių PAIR_FIELD reikšmė ta pati. Taškai prijungiami prie artimiausio savo šalies kelio bet kurioje jo vietoje, laikantis vienpusio eismo. Didelės matricos rašomos į OUTPUT_FILE po bloką.

Kaip skaityti rezultatus: po eilutę porai. status sako ok, unreached (MAX_COST ribose prie šios sienos kelio nėra) arba kodėl galo nebuvo galima panaudoti (pradžios taškas too_far: nuo kelio toliau nei SNAP_DISTANCE; one_way_trap: iš ten nėra išvažiavimo). Taškai, kurių nebuvo galima panaudoti, yra ir lentelėje UNREACHED. distance_km šalia time_min yra greičiausio kelio ilgis kartu su keliu iki kelių tinklo.

Ribojimai: automobiliu tinklo greičiais, be eismo, stovėjimo vietos paieškos ir laukimo. Kur trūksta vietinių kelių, laikai išeina per ilgi.</translation>
    </message>
    <message>
      <source>Destinations</source>
      <extracomment>DESTINATIONS of traveltimematrix</extracomment>
      <translation>Tikslai</translation>
    </message>
    <message>
      <source>Id of the destinations</source>
      <extracomment>DESTINATION_ID of traveltimematrix</extracomment>
      <translation>Tikslų identifikatorius</translation>
    </message>
    <message>
      <source>Only the nearest (number; 0: all)</source>
      <extracomment>NEAREST of traveltimematrix</extracomment>
      <translation>Tik artimiausi (skaičius; 0: visi)</translation>
    </message>
    <message>
      <source>Keep the k nearest destinations of each origin.</source>
      <extracomment>help of NEAREST of traveltimematrix</extracomment>
      <translation>Palikti kiekvieno pradžios taško k artimiausių tikslų.</translation>
    </message>
    <message>
      <source>Pairs by this field</source>
      <extracomment>PAIR_FIELD of traveltimematrix</extracomment>
      <translation>Poros pagal šį lauką</translation>
    </message>
    <message>
      <source>Only origins and destinations with the same value; the field is in both layers. NEAREST does not count then.</source>
      <extracomment>help of PAIR_FIELD of traveltimematrix</extracomment>
      <translation>Tik pradžios taškai ir tikslai su ta pačia reikšme; laukas yra abiejuose sluoksniuose. NEAREST tada neskaičiuojamas.</translation>
    </message>
    <message>
      <source>Also the distance along the fastest way</source>
      <extracomment>DISTANCES of traveltimematrix</extracomment>
      <translation>Taip pat atstumas greičiausiu keliu</translation>
    </message>
    <message>
      <source>Adds distance_km; takes some times as long.</source>
      <extracomment>help of DISTANCES of traveltimematrix</extracomment>
      <translation>Prideda distance_km; trunka kelis kartus ilgiau.</translation>
    </message>
    <message>
      <source>Engine</source>
      <extracomment>ENGINE of traveltimematrix</extracomment>
      <translation>Variklis</translation>
    </message>
    <message>
      <source>dask: blocks of origins are computed by the workers of a Dask cluster, with the same numbers. Start it with 'dask scheduler' on one machine and 'dask worker tcp://…:8786' on each, with the folder that holds smart_planning_plugin in PYTHONPATH.</source>
      <extracomment>help of ENGINE of traveltimematrix</extracomment>
      <translation>dask: pradžios taškų blokus skaičiuoja Dask klasterio darbininkai, tais pačiais skaičiais. Paleiskite jį su 'dask scheduler' viename kompiuteryje ir 'dask worker tcp://…:8786' kiekviename, nurodydami aplanką, kuriame yra smart_planning_plugin, kintamajame PYTHONPATH.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <extracomment>SCHEDULER of traveltimematrix</extracomment>
      <translation>Dask planuoklis</translation>
    </message>
    <message>
      <source>As in tcp://10.0.0.1:8786.</source>
      <extracomment>help of SCHEDULER of traveltimematrix</extracomment>
      <translation>Kaip tcp://10.0.0.1:8786.</translation>
    </message>
    <message>
      <source>Way of searching</source>
      <extracomment>KERNEL of traveltimematrix</extracomment>
      <translation>Paieškos būdas</translation>
    </message>
    <message>
      <source>auto chooses by size and says what it chose; search: Dijkstra from each place; hierarchy: a contraction hierarchy. All give the same.</source>
      <extracomment>help of KERNEL of traveltimematrix</extracomment>
      <translation>auto parenka pagal dydį ir pasako, ką parinko; search: Dijkstra algoritmas iš kiekvienos vietos; hierarchy: sutraukimo hierarchija. Visi duoda tą patį.</translation>
    </message>
    <message>
      <source>Matrix</source>
      <extracomment>OUTPUT of traveltimematrix</extracomment>
      <translation>Matrica</translation>
    </message>
    <message>
      <source>A row for each pair.</source>
      <extracomment>help of OUTPUT of traveltimematrix</extracomment>
      <translation>Eilutė kiekvienai porai.</translation>
    </message>
    <message>
      <source>Points that could not be used</source>
      <extracomment>UNREACHED of traveltimematrix</extracomment>
      <translation>Taškai, kurių nebuvo galima panaudoti</translation>
    </message>
    <message>
      <source>Origins and destinations with the reason.</source>
      <extracomment>help of UNREACHED of traveltimematrix</extracomment>
      <translation>Pradžios taškai ir tikslai su priežastimi.</translation>
    </message>
    <message>
      <source>Matrix as a file</source>
      <extracomment>OUTPUT_FILE of traveltimematrix</extracomment>
      <translation>Matrica kaip failas</translation>
    </message>
    <message>
      <source>The same rows, written block by block however many there are; Parquet needs pyarrow.</source>
      <extracomment>help of OUTPUT_FILE of traveltimematrix</extracomment>
      <translation>Tos pačios eilutės, rašomos po bloką, kad ir kiek jų būtų; Parquet reikia pyarrow.</translation>
    </message>
    <message>
      <source>3 Across the border</source>
      <extracomment>group of algorithms</extracomment>
      <translation>3 Per sieną</translation>
    </message>
    <message>
      <source>Border effect</source>
      <extracomment>title of bordereffect</extracomment>
      <translation>Sienos poveikis</translation>
    </message>
    <message>
      <source>Accessibility with the border open, delayed and closed, side by side.</source>
      <extracomment>summary of bordereffect</extracomment>
      <translation>Pasiekiamumas, kai siena atvira, su delsa ir uždaryta, greta.</translation>
    </message>
    <message>
      <source>Any measure of accessibility under several states of the border, and what lies between the first and the last. Nothing is prepared twice: a state only changes what crossings cost.

How to read the results: &lt;measure&gt;_&lt;type&gt;_open, _delay, _closed are the measure in each state. loss_abs_ and loss_pct_ are positive where people are worse off. gain_min_&lt;type&gt; is the way to the nearest service at home less that to the nearest of all, in the first state: what a service across the border could save; newly_served_&lt;type&gt; = 1: none is reached at home. cut_off_&lt;type&gt; = 1: reached in the first state and not in the last. &lt;measure&gt;_own_&lt;type&gt; does not count services abroad, which is not a closed border: a way at home may lead through the neighbour. In SUMMARY each country stands by itself, so that both directions show, and so do distances from the border; for weighted measures the loss in per cent is given for a willingness of 1, 0.5 and 0.2 to use services abroad: quote the range. With NORMS, within_norm_&lt;type&gt;_&lt;state&gt; and people_within_norm_&lt;state&gt; compare with the norm of the own country and settlement; with SERVICE_CHANGES, change_&lt;measure&gt;_&lt;type&gt;_&lt;state&gt; is the result with the changes less the present. PLOTS draws the states side by side, by country.

Limits: the difference is geography, how roads, people and services lie to each other. It is neither law, language nor price, and no forecast. Where local crossings are missing in the network, losses and people cut off come out too high. Measures with competition may gain from a closed border, because people abroad do not share any more.</source>
      <extracomment>help of bordereffect</extracomment>
      <translation>Bet kuris pasiekiamumo rodiklis esant kelioms sienos būsenoms ir skirtumas tarp pirmosios ir paskutinės. Nieko nerengiama du kartus: būsena keičia tik tai, kiek kainuoja kirtimo vietos.

Kaip skaityti rezultatus: &lt;measure&gt;_&lt;type&gt;_open, _delay, _closed yra rodiklis kiekvienoje būsenoje. loss_abs_ ir loss_pct_ yra teigiami, kai žmonėms blogiau. gain_min_&lt;type&gt; yra kelias iki artimiausios paslaugos savo šalyje atėmus kelią iki artimiausios iš visų pirmojoje būsenoje: kiek galėtų sutaupyti paslauga kitapus sienos; newly_served_&lt;type&gt; = 1: savo šalyje nepasiekiama nė viena. cut_off_&lt;type&gt; = 1: pasiekta pirmojoje būsenoje, bet ne paskutinėje. &lt;measure&gt;_own_&lt;type&gt; neskaičiuoja paslaugų užsienyje, o tai nėra uždaryta siena: kelias savo šalyje gali eiti per kaimynę. Lentelėje SUMMARY kiekviena šalis yra atskirai, kad matytųsi abi kryptys, taip pat atstumai nuo sienos; svertiniams rodikliams nuostolis procentais nurodomas norui 1, 0,5 ir 0,2 naudotis paslaugomis užsienyje: nurodykite visą intervalą. Su NORMS within_norm_&lt;type&gt;_&lt;state&gt; ir people_within_norm_&lt;state&gt; lygina su savo šalies ir gyvenamosios vietovės tipo norma; su SERVICE_CHANGES change_&lt;measure&gt;_&lt;type&gt;_&lt;state&gt; yra rezultatas su pakeitimais atėmus dabartinį. PLOTS rodo būsenas greta, pagal šalis.

Ribojimai: skirtumas yra geografija – kaip vieni kitų atžvilgiu išsidėstę keliai, žmonės ir paslaugos. Tai nei teisė, nei kalba, nei kaina, ir ne prognozė. Kur tinkle trūksta vietinių kirtimo vietų, nuostoliai ir atkirstų žmonių skaičius išeina per dideli. Rodikliai su konkurencija gali laimėti iš uždarytos sienos, nes užsienio gyventojai nebesidalija.</translation>
    </message>
    <message>
      <source>States of the border, side by side</source>
      <extracomment>SCENARIOS of bordereffect</extracomment>
      <translation>Sienos būsenos, greta</translation>
    </message>
    <message>
      <source>open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay where that is empty. closed: nobody crosses, a thought experiment about geography, not a forecast. The first is compared with the last, in this order.</source>
      <extracomment>help of SCENARIOS of bordereffect</extracomment>
      <translation>open: kirtimo vietos pervažiuojamos be delsos. delay: kiekviena turi delsą BORDER_DELAY arba, kai ji nenurodyta, savo delsą. closed: sienos nekerta niekas; tai minčių eksperimentas apie geografiją, o ne prognozė. Pirmoji lyginama su paskutine šia tvarka.</translation>
    </message>
    <message>
      <source>Distances from the border (km)</source>
      <extracomment>BANDS of bordereffect</extracomment>
      <translation>Atstumai nuo sienos (km)</translation>
    </message>
    <message>
      <source>Limits of the bands of SUMMARY, from the nearest other country, or without COUNTRIES from the nearest crossing.</source>
      <extracomment>help of BANDS of bordereffect</extracomment>
      <translation>SUMMARY juostų ribos, nuo artimiausios kitos šalies arba, be COUNTRIES, nuo artimiausios kirtimo vietos.</translation>
    </message>
    <message>
      <source>The places with all states.</source>
      <extracomment>help of OUTPUT of bordereffect</extracomment>
      <translation>Vietos su visomis būsenomis.</translation>
    </message>
    <message>
      <source>Border effect by country and distance</source>
      <extracomment>SUMMARY of bordereffect</extracomment>
      <translation>Sienos poveikis pagal šalis ir atstumą</translation>
    </message>
    <message>
      <source>A row for each measure and type: for all, each country, each band.</source>
      <extracomment>help of SUMMARY of bordereffect</extracomment>
      <translation>Eilutė kiekvienam rodikliui ir rūšiai: iš viso, pagal šalis, pagal juostas.</translation>
    </message>
    <message>
      <source>How the measures are spread over people in each state, by country, with tables.</source>
      <extracomment>help of PLOTS of bordereffect</extracomment>
      <translation>Kaip rodikliai pasiskirstę tarp gyventojų kiekvienoje būsenoje, pagal šalis, su lentelėmis.</translation>
    </message>
    <message>
      <source>Shared service areas</source>
      <extracomment>title of sharedserviceareas</extracomment>
      <translation>Bendrų paslaugų teritorijos</translation>
    </message>
    <message>
      <source>What services are reached from where, at home and across the border, and by how many.</source>
      <extracomment>summary of sharedserviceareas</extracomment>
      <translation>Kokios paslaugos iš kur pasiekiamos savo šalyje ir kitapus sienos ir kiek gyventojų.</translation>
    </message>
    <message>
      <source>For each type of service, compares from every place and every part of the territory the way to the nearest facility of the own country with the way to the nearest one abroad (plus the extra minutes of the type), under the border in force.

How to read the results. Categories: no_data (the place could not be used), unserved (neither within the threshold), own_only, own_nearer (abroad is in reach, home is nearer by the advantage), choice (less than the advantage apart), abroad_nearer, abroad_only (reached only because the border can be crossed). choice, abroad_nearer and abroad_only together are the potentially shared area: reachable, which is not the same as shared. Types that SERVICE_TYPES calls not_shareable are left out unless asked for. People are the sum over places, each with its own category; they add up to all. nearest_population counts those who live nearest to a facility, not its users; overflow says which could not take them all (people_per_capacity in SERVICE_TYPES). standing tells what is documented in EVIDENCE from what is a potential. Shared service zones are candidates for cooperation; their ids stay as long as their largest places do. SUMMARY ends with sentences to paste, SENSITIVITY says how much hangs on threshold, advantage and delay, CHANGES what a scenario changes for whom.

Limits: travel times hold for the roads that are in the network; where local roads and crossings are missing, the ways come out too long. Nobody's language, income, car or wish to go is computed.</source>
      <extracomment>help of sharedserviceareas</extracomment>
      <translation>Kiekvienai paslaugos rūšiai iš kiekvienos vietos ir kiekvienos teritorijos dalies lygina kelią iki artimiausios paslaugos vietos savo šalyje su keliu iki artimiausios užsienyje (pridėjus rūšies papildomas minutes) esant galiojančiai sienai.

Kaip skaityti rezultatus. Kategorijos: no_data (vietos nebuvo galima panaudoti), unserved (nė viena nėra slenkstinės vertės ribose), own_only, own_nearer (užsienyje pasiekiama, savo šalyje arčiau per pranašumą), choice (skirtumas mažesnis už pranašumą), abroad_nearer, abroad_only (pasiekta tik todėl, kad sieną galima kirsti). choice, abroad_nearer ir abroad_only kartu yra potencialiai bendra teritorija: pasiekiama, o tai nėra tas pats, kas bendra. Rūšys, kurias SERVICE_TYPES vadina not_shareable, praleidžiamos, jei jų neprašoma. Gyventojai yra suma pagal vietas, kiekviena su savo kategorija; kartu jie sudaro visus. nearest_population skaičiuoja gyvenančius arčiausiai paslaugos vietos, o ne jos naudotojus; overflow sako, kurios negalėtų priimti visų (people_per_capacity lentelėje SERVICE_TYPES). standing skiria tai, kas dokumentuota lentelėje EVIDENCE, nuo galimybės. Bendrų paslaugų zonos yra bendradarbiavimo kandidatės; jų identifikatoriai lieka, kol lieka jų didžiausios vietos. SUMMARY baigiasi sakiniais, kuriuos galima įklijuoti, SENSITIVITY sako, kiek daug priklauso nuo slenkstinės vertės, pranašumo ir delsos, CHANGES – ką ir kam keičia scenarijus.

Ribojimai: kelionės laikai galioja keliams, kurie yra tinkle; kur trūksta vietinių kelių ir kirtimo vietų, keliai išeina per ilgi. Niekieno kalba, pajamos, automobilis ar noras važiuoti neskaičiuojami.</translation>
    </message>
    <message>
      <source>For types whose threshold_min in SERVICE_TYPES is empty.</source>
      <extracomment>help of THRESHOLD of sharedserviceareas</extracomment>
      <translation>Rūšims, kurių threshold_min lentelėje SERVICE_TYPES tuščias.</translation>
    </message>
    <message>
      <source>Advantage that matters (minutes)</source>
      <extracomment>ADVANTAGE of sharedserviceareas</extracomment>
      <translation>Reikšmingas pranašumas (minutės)</translation>
    </message>
    <message>
      <source>Less than this apart is a choice; for types whose advantage_min is empty.</source>
      <extracomment>help of ADVANTAGE of sharedserviceareas</extracomment>
      <translation>Mažesnis skirtumas yra pasirinkimas; rūšims, kurių advantage_min tuščias.</translation>
    </message>
    <message>
      <source>Smallest share of a shared facility</source>
      <extracomment>MIN_SHARE of sharedserviceareas</extracomment>
      <translation>Mažiausia bendros paslaugos vietos dalis</translation>
    </message>
    <message>
      <source>A facility is shared when each of two countries has at least this share of those who live nearest to it.</source>
      <extracomment>help of MIN_SHARE of sharedserviceareas</extracomment>
      <translation>Paslaugos vieta bendra, kai kiekvienai iš dviejų šalių tenka bent tokia dalis arčiausiai jos gyvenančiųjų.</translation>
    </message>
    <message>
      <source>How far apart travel times are known; areas end between two of them.</source>
      <extracomment>help of CELL_SIZE of sharedserviceareas</extracomment>
      <translation>Kaip toli vienas nuo kito žinomi kelionės laikai; teritorijos baigiasi tarp dviejų iš jų.</translation>
    </message>
    <message>
      <source>Study area</source>
      <extracomment>STUDY_AREA of sharedserviceareas</extracomment>
      <translation>Tiriama teritorija</translation>
    </message>
    <message>
      <source>Areas are drawn inside it; empty: the countries around the places.</source>
      <extracomment>help of STUDY_AREA of sharedserviceareas</extracomment>
      <translation>Teritorijos braižomos jos viduje; tuščia: šalys aplink vietas.</translation>
    </message>
    <message>
      <source>Municipalities</source>
      <extracomment>MUNICIPALITIES of sharedserviceareas</extracomment>
      <translation>Savivaldybės</translation>
    </message>
    <message>
      <source>To name those that a shared service zone touches.</source>
      <extracomment>help of MUNICIPALITIES of sharedserviceareas</extracomment>
      <translation>Kad būtų įvardytos tos, kurias liečia bendrų paslaugų zona.</translation>
    </message>
    <message>
      <source>Name of the municipality</source>
      <extracomment>MUNICIPALITY_NAME_FIELD of sharedserviceareas</extracomment>
      <translation>Savivaldybės pavadinimas</translation>
    </message>
    <message>
      <source>Their names.</source>
      <extracomment>help of MUNICIPALITY_NAME_FIELD of sharedserviceareas</extracomment>
      <translation>Jų pavadinimai.</translation>
    </message>
    <message>
      <source>Documented cooperation</source>
      <extracomment>EVIDENCE of sharedserviceareas</extracomment>
      <translation>Dokumentuotas bendradarbiavimas</translation>
    </message>
    <message>
      <source>What tells documented from potential; one row a document: type, title, and where known service_id (empty: all of the type), country of the residents (empty: all), kind (agreement, users, transport, project, other), users, date, source.</source>
      <extracomment>help of EVIDENCE of sharedserviceareas</extracomment>
      <translation>Kas skiria dokumentuotą nuo galimo; po eilutę dokumentui: type, title ir, kur žinoma, service_id (tuščia: visos tos rūšies), gyventojų country (tuščia: visos), kind (agreement, users, transport, project, other), users, date, source.</translation>
    </message>
    <message>
      <source>Places of another run (for CHANGES)</source>
      <extracomment>COMPARE_WITH of sharedserviceareas</extracomment>
      <translation>Kito vykdymo vietos (išvesčiai CHANGES)</translation>
    </message>
    <message>
      <source>The places by type of service of an earlier run. Empty: the border open and the services without SERVICE_CHANGES.</source>
      <extracomment>help of COMPARE_WITH of sharedserviceareas</extracomment>
      <translation>Ankstesnio vykdymo vietos pagal paslaugų rūšis. Tuščia: atvira siena ir paslaugos be SERVICE_CHANGES.</translation>
    </message>
    <message>
      <source>Also types that cannot be shared</source>
      <extracomment>SHOW_NOT_SHAREABLE of sharedserviceareas</extracomment>
      <translation>Taip pat rūšys, kuriomis negalima dalytis</translation>
    </message>
    <message>
      <source>By default they are left out, so that no map promises what the law does not allow.</source>
      <extracomment>help of SHOW_NOT_SHAREABLE of sharedserviceareas</extracomment>
      <translation>Paprastai jos praleidžiamos, kad joks žemėlapis nežadėtų to, ko neleidžia įstatymas.</translation>
    </message>
    <message>
      <source>A row for each type, category and country.</source>
      <extracomment>help of AREAS of sharedserviceareas</extracomment>
      <translation>Eilutė kiekvienai rūšiai, kategorijai ir šaliai.</translation>
    </message>
    <message>
      <source>Facilities and who lives nearest</source>
      <extracomment>FACILITIES of sharedserviceareas</extracomment>
      <translation>Paslaugų vietos ir artimiausi gyventojai</translation>
    </message>
    <message>
      <source>The services with the people nearest to them, by country.</source>
      <extracomment>help of FACILITIES of sharedserviceareas</extracomment>
      <translation>Paslaugos su arčiausiai jų gyvenančiais žmonėmis, pagal šalis.</translation>
    </message>
    <message>
      <source>Places by type of service</source>
      <extracomment>PLACES_OUT of sharedserviceareas</extracomment>
      <translation>Vietos pagal paslaugų rūšis</translation>
    </message>
    <message>
      <source>A row for each place and type, with times, category and gain.</source>
      <extracomment>help of PLACES_OUT of sharedserviceareas</extracomment>
      <translation>Eilutė kiekvienai vietai ir rūšiai su laikais, kategorija ir laimėjimu.</translation>
    </message>
    <message>
      <source>Shared service zones</source>
      <extracomment>SHARED_ZONES of sharedserviceareas</extracomment>
      <translation>Bendrų paslaugų zonos</translation>
    </message>
    <message>
      <source>Contiguous pieces of the potentially shared area on both sides of the border.</source>
      <extracomment>help of SHARED_ZONES of sharedserviceareas</extracomment>
      <translation>Ištisinės potencialiai bendros teritorijos dalys abipus sienos.</translation>
    </message>
    <message>
      <source>What changes for places</source>
      <extracomment>CHANGES of sharedserviceareas</extracomment>
      <translation>Kas keičiasi vietoms</translation>
    </message>
    <message>
      <source>A row for each place and type: before (COMPARE_WITH, else the border open and the services without SERVICE_CHANGES) and after.</source>
      <extracomment>help of CHANGES of sharedserviceareas</extracomment>
      <translation>Eilutė kiekvienai vietai ir rūšiai: prieš (COMPARE_WITH, kitaip atvira siena ir paslaugos be SERVICE_CHANGES) ir po.</translation>
    </message>
    <message>
      <source>Sensitivity</source>
      <extracomment>SENSITIVITY of sharedserviceareas</extracomment>
      <translation>Jautrumas</translation>
    </message>
    <message>
      <source>People by type and country under other thresholds, advantages and delays.</source>
      <extracomment>help of SENSITIVITY of sharedserviceareas</extracomment>
      <translation>Gyventojai pagal rūšis ir šalis esant kitoms slenkstinėms vertėms, pranašumams ir delsoms.</translation>
    </message>
    <message>
      <source>Summary by type of service</source>
      <extracomment>SUMMARY of sharedserviceareas</extracomment>
      <translation>Suvestinė pagal paslaugų rūšis</translation>
    </message>
    <message>
      <source>Numbers for each type, and the finding in words in three languages.</source>
      <extracomment>help of SUMMARY of sharedserviceareas</extracomment>
      <translation>Skaičiai kiekvienai rūšiai ir išvada žodžiais trimis kalbomis.</translation>
    </message>
    <message>
      <source>1 Network</source>
      <extracomment>group of algorithms</extracomment>
      <translation>1 Tinklas</translation>
    </message>
    <message>
      <source>Importance of border crossings</source>
      <extracomment>title of bordercrossings</extracomment>
      <translation>Sienos kirtimo vietų svarba</translation>
    </message>
    <message>
      <source>What each border crossing carries, and what its closing would do.</source>
      <extracomment>summary of bordercrossings</extracomment>
      <translation>Ką praleidžia kiekviena sienos kirtimo vieta ir ką sukeltų jos uždarymas.</translation>
    </message>
    <message>
      <source>Models trips between people of two countries (people times people times DECAY of the minutes between them), sends each over its fastest way, and closes one crossing after the other. Trips above MAX_COST (empty: 120 minutes) do not count.

How to read the results: share_of_trips is the share of these modelled trips over the crossing (a trip over two crossings counts at both); trips only compares crossings, nobody counted them. detour_if_closed_min is the mean detour of its trips that find any other way, extra_time_share what that adds to the time of all trips. cut_off_trips is the share of all trips that find no way any more, cut_off_population the people who no longer reach anybody abroad in time, redundancy the share of its trips that still find a way in time. rank 1 carries most.

Only crossings in the network are there: where local ones are missing, detours and people cut off come out too high. A list of crossings by importance is a security matter, too.</source>
      <extracomment>help of bordercrossings</extracomment>
      <translation>Modeliuoja keliones tarp dviejų šalių gyventojų (gyventojai kart gyventojai kart minučių tarp jų DECAY), kiekvieną siunčia greičiausiu keliu ir uždaro kirtimo vietas vieną po kitos. Kelionės, viršijančios MAX_COST (tuščia: 120 minučių), neskaičiuojamos.

Kaip skaityti rezultatus: share_of_trips yra šių modeliuotų kelionių dalis per kirtimo vietą (kelionė per dvi skaičiuojama abiejose); trips tik lygina kirtimo vietas, niekas jų neskaičiavo. detour_if_closed_min yra vidutinis aplinkkelis jos kelionėms, randančioms kitą kelią, extra_time_share – kiek tai prideda prie visų kelionių laiko. cut_off_trips yra visų kelionių dalis, nebeturinti kelio, cut_off_population – gyventojai, laiku nebepasiekiantys nieko užsienyje, redundancy – jos kelionių dalis, kuri laiku kelią vis tiek randa. rank 1 praleidžia daugiausia.

Yra tik tinkle esančios kirtimo vietos: kur trūksta vietinių, aplinkkeliai ir atkirstų žmonių skaičius išeina per dideli. Kirtimo vietų sąrašas pagal svarbą yra ir saugumo klausimas.</translation>
    </message>
    <message>
      <source>Addresses, grid points or settlements inside the polygons. The one nearest to the centre of a polygon's people stands for it.</source>
      <extracomment>help of POPULATION_POINTS of bordercrossings</extracomment>
      <translation>Adresai, tinklelio taškai arba gyvenamosios vietovės poligonų viduje. Poligoną atstoja artimiausias jo gyventojų centrui.</translation>
    </message>
    <message>
      <source>Decay of trips with minutes</source>
      <extracomment>DECAY of bordercrossings</extracomment>
      <translation>Kelionių silpimas su minutėmis</translation>
    </message>
    <message>
      <source>How the number of trips falls with the time between two places.</source>
      <extracomment>help of DECAY of bordercrossings</extracomment>
      <translation>Kaip kelionių skaičius mažėja ilgėjant laikui tarp dviejų vietų.</translation>
    </message>
    <message>
      <source>exponential: rate per minute. power: exponent, least minutes. gaussian: standard deviation. Empty: by MAX_COST (exponential and gaussian weigh 0.01 there).</source>
      <extracomment>help of DECAY_PARAMETER of bordercrossings</extracomment>
      <translation>exponential: koeficientas per minutę. power: laipsnio rodiklis, mažiausias minučių skaičius. gaussian: standartinis nuokrypis. Tuščia: pagal MAX_COST (exponential ir gaussian ten sveria 0,01).</translation>
    </message>
    <message>
      <source>Border crossings by importance</source>
      <extracomment>OUTPUT of bordercrossings</extracomment>
      <translation>Sienos kirtimo vietos pagal svarbą</translation>
    </message>
    <message>
      <source>The crossings that are open, the most important first.</source>
      <extracomment>help of OUTPUT of bordercrossings</extracomment>
      <translation>Atviros kirtimo vietos, svarbiausia pirma.</translation>
    </message>
    <message>
      <source>Border zones</source>
      <extracomment>title of borderzones</extracomment>
      <translation>Sienos zonos</translation>
    </message>
    <message>
      <source>Drive time from each place to its nearest border crossing, in bands.</source>
      <extracomment>summary of borderzones</extracomment>
      <translation>Kelionės laikas nuo kiekvienos vietos iki artimiausios sienos kirtimo vietos, pagal juostas.</translation>
    </message>
    <message>
      <source>For each place the drive time to the nearest border crossing, and the people of each country in bands of it. Crossings that are shut do not count; the way to a crossing is the same however the border is.

How to read the results: band 0-30 holds places up to and with 30 minutes. unreached: no way to a crossing; not_used: the place could not be used, its status says why. The SUMMARY adds up to all places; with BEFORE_FIELD, change_pct is the change of people in the band and vs_country how it differs from that of all places of the country, in points: let the places cover the country. Only crossings of roads in the network count: where local roads are missing, places are nearer to the border than it says.</source>
      <extracomment>help of borderzones</extracomment>
      <translation>Kiekvienai vietai kelionės laikas iki artimiausios sienos kirtimo vietos ir kiekvienos šalies gyventojai pagal juostas. Uždarytos kirtimo vietos neskaičiuojamos; kelias iki kirtimo vietos tas pats, kad ir kokia būtų siena.

Kaip skaityti rezultatus: juostoje 0-30 yra vietos iki 30 minučių imtinai. unreached: kelio iki kirtimo vietos nėra; not_used: vietos nebuvo galima panaudoti, jos būsena sako, kodėl. SUMMARY kartu sudaro visas vietas; su BEFORE_FIELD change_pct yra gyventojų skaičiaus pokytis juostoje, o vs_country – kiek jis skiriasi nuo visų šalies vietų pokyčio, punktais: vietos turi apimti visą šalį. Skaičiuojamos tik tinkle esančios kelių kirtimo vietos: kur trūksta vietinių kelių, vietos yra arčiau sienos, nei nurodyta.</translation>
    </message>
    <message>
      <source>Upper limits of the bands (minutes)</source>
      <extracomment>BANDS of borderzones</extracomment>
      <translation>Viršutinės juostų ribos (minutės)</translation>
    </message>
    <message>
      <source>Numbers with commas.</source>
      <extracomment>help of BANDS of borderzones</extracomment>
      <translation>Skaičiai, atskirti kableliais.</translation>
    </message>
    <message>
      <source>Population at an earlier date</source>
      <extracomment>BEFORE_FIELD of borderzones</extracomment>
      <translation>Gyventojų skaičius ankstesnę datą</translation>
    </message>
    <message>
      <source>For the change of people in each band. Empty: none.</source>
      <extracomment>help of BEFORE_FIELD of borderzones</extracomment>
      <translation>Gyventojų skaičiaus pokyčiui kiekvienoje juostoje. Tuščia: nėra.</translation>
    </message>
    <message>
      <source>Places by their distance to the border</source>
      <extracomment>OUTPUT of borderzones</extracomment>
      <translation>Vietos pagal atstumą iki sienos</translation>
    </message>
    <message>
      <source>The places with border_min, crossing_id, crossing_name and band.</source>
      <extracomment>help of OUTPUT of borderzones</extracomment>
      <translation>Vietos su border_min, crossing_id, crossing_name ir band.</translation>
    </message>
    <message>
      <source>People by band and country</source>
      <extracomment>SUMMARY of borderzones</extracomment>
      <translation>Gyventojai pagal juostas ir šalis</translation>
    </message>
    <message>
      <source>country, band, places, population and their share of the country's people here; with BEFORE_FIELD also the change.</source>
      <extracomment>help of SUMMARY of borderzones</extracomment>
      <translation>country, band, places, population ir jų dalis iš šalies gyventojų čia; su BEFORE_FIELD ir pokytis.</translation>
    </message>
    <message>
      <source>Build road network</source>
      <extracomment>title of buildroadnetwork</extracomment>
      <translation>Sukurti kelių tinklą</translation>
    </message>
    <message>
      <source>One network from the road layers of several countries, every border crossing an object.</source>
      <extracomment>summary of buildroadnetwork</extracomment>
      <translation>Vienas tinklas iš kelių šalių kelių sluoksnių, kiekviena sienos kirtimo vieta – atskiras objektas.</translation>
    </message>
    <message>
      <source>Joins road layers of one or more countries, whatever their fields and CRS, into one network in metres. Lines are joined at shared vertices and at ends within TOLERANCE; crossing lines without a shared vertex are bridges. Roads are cut where the nearest country changes, and every crossing becomes an object that analyses can delay or close. Ends of two countries that face each other within STITCH_TOLERANCE are joined; what ends at the border without a partner is listed as an open end.

Speeds come from the data, else from SPEEDS, else from documented defaults by class; the log counts which edges took which. PLANAR joins what crosses on one level. A crossing is named by its roads' numbers, else the nearest of NAMING_PLACES.

How to read the results: times are seconds without any border delay; an empty time means closed in that direction. Component 0 is the largest part of the network; places on other parts cannot be reached from it.

Limits: times are those of a car on free roads, without traffic, parking or weather. Where local roads or crossings are missing in the data, ways come out too long.</source>
      <extracomment>help of buildroadnetwork</extracomment>
      <translation>Sujungia vienos ar kelių šalių kelių sluoksnius, kad ir kokie būtų jų laukai ir koordinačių sistema, į vieną tinklą metrais. Linijos jungiamos bendrose viršūnėse ir galuose TOLERANCE ribose; linijos, kertančios viena kitą be bendros viršūnės, yra tiltai. Keliai perkertami ten, kur keičiasi artimiausia šalis, ir kiekviena kirtimo vieta tampa objektu, kurį analizės gali uždelsti arba uždaryti. Dviejų šalių galai, esantys vienas prieš kitą STITCH_TOLERANCE ribose, sujungiami; kas ties siena baigiasi be tęsinio, išvardijama kaip atviras galas.

Greičiai imami iš duomenų, kitaip iš SPEEDS, kitaip iš dokumentuotų numatytųjų reikšmių pagal klasę; žurnalas suskaičiuoja, kurios atkarpos ką gavo. PLANAR sujungia tai, kas kertasi viename lygyje. Kirtimo vieta vadinama pagal kelių numerius, kitaip pagal artimiausią iš NAMING_PLACES.

Kaip skaityti rezultatus: laikai yra sekundės be sienos delsos; tuščias laikas reiškia, kad ta kryptimi uždaryta. Dalis 0 yra didžiausia tinklo dalis; vietų kitose dalyse iš jos pasiekti negalima.

Ribojimai: laikai yra automobiliu laisvais keliais, be eismo, stovėjimo vietos paieškos ir oro sąlygų. Kur duomenyse trūksta vietinių kelių ar kirtimo vietų, keliai išeina per ilgi.</translation>
    </message>
    <message>
      <source>Road layers</source>
      <extracomment>ROADS of buildroadnetwork</extracomment>
      <translation>Kelių sluoksniai</translation>
    </message>
    <message>
      <source>One or more line layers, of any fields and CRS.</source>
      <extracomment>help of ROADS of buildroadnetwork</extracomment>
      <translation>Vienas ar keli linijų sluoksniai su bet kokiais laukais ir koordinačių sistema.</translation>
    </message>
    <message>
      <source>Ferry layers</source>
      <extracomment>FERRIES of buildroadnetwork</extracomment>
      <translation>Keltų sluoksniai</translation>
    </message>
    <message>
      <source>Lines of ferries; crossing_min and waiting_min, where there, give their time. waiting_summer_min holds when SEASON is summer.</source>
      <extracomment>help of FERRIES of buildroadnetwork</extracomment>
      <translation>Keltų linijos; crossing_min ir waiting_min, jei yra, duoda jų laiką. waiting_summer_min galioja, kai SEASON yra summer.</translation>
    </message>
    <message>
      <source>Polygons with country codes; municipalities will do. Without them the network has one country and no crossings.</source>
      <extracomment>help of COUNTRIES of buildroadnetwork</extracomment>
      <translation>Poligonai su šalių kodais; tinka ir savivaldybės. Be jų tinklas turi vieną šalį ir neturi kirtimo vietų.</translation>
    </message>
    <message>
      <source>Country code</source>
      <extracomment>COUNTRY_FIELD of buildroadnetwork</extracomment>
      <translation>Šalies kodas</translation>
    </message>
    <message>
      <source>Schema of the road data</source>
      <extracomment>SCHEMA of buildroadnetwork</extracomment>
      <translation>Kelių duomenų schema</translation>
    </message>
    <message>
      <source>What the fields mean. auto looks at each layer: highway is OpenStreetMap, fclass is Geofabrik.</source>
      <extracomment>help of SCHEMA of buildroadnetwork</extracomment>
      <translation>Ką reiškia laukai. auto apžiūri kiekvieną sluoksnį: highway yra OpenStreetMap, fclass yra Geofabrik.</translation>
    </message>
    <message>
      <source>Speed (km/h): field names</source>
      <extracomment>SPEED_FIELD of buildroadnetwork</extracomment>
      <translation>Greitis (km/h): laukų pavadinimai</translation>
    </message>
    <message>
      <source>Field names, with commas, tried in turn in every layer; empty: the usual ones.</source>
      <extracomment>help of SPEED_FIELD of buildroadnetwork</extracomment>
      <translation>Laukų pavadinimai, atskirti kableliais, kiekviename sluoksnyje bandomi iš eilės; tuščia: įprasti.</translation>
    </message>
    <message>
      <source>Class of road: field names</source>
      <extracomment>CLASS_FIELD of buildroadnetwork</extracomment>
      <translation>Kelio klasė: laukų pavadinimai</translation>
    </message>
    <message>
      <source>One-way: field names</source>
      <extracomment>ONEWAY_FIELD of buildroadnetwork</extracomment>
      <translation>Vienpusis eismas: laukų pavadinimai</translation>
    </message>
    <message>
      <source>Name: field names</source>
      <extracomment>NAME_FIELD of buildroadnetwork</extracomment>
      <translation>Pavadinimas: laukų pavadinimai</translation>
    </message>
    <message>
      <source>Road number: field names</source>
      <extracomment>REF_FIELD of buildroadnetwork</extracomment>
      <translation>Kelio numeris: laukų pavadinimai</translation>
    </message>
    <message>
      <source>Level (bridges above 0): field names</source>
      <extracomment>LEVEL_FIELD of buildroadnetwork</extracomment>
      <translation>Lygis (tiltai virš 0): laukų pavadinimai</translation>
    </message>
    <message>
      <source>Table of fields</source>
      <extracomment>FIELD_MAP of buildroadnetwork</extracomment>
      <translation>Laukų lentelė</translation>
    </message>
    <message>
      <source>Columns layer (empty: all), role (speed, class, oneway, name, ref, surface, level, duration, waiting …) and field: what a field of a layer means, where the lists of names do not do.</source>
      <extracomment>help of FIELD_MAP of buildroadnetwork</extracomment>
      <translation>Stulpeliai layer (tuščia: visi), role (speed, class, oneway, name, ref, surface, level, duration, waiting …) ir field: ką reiškia sluoksnio laukas, kai pavadinimų sąrašų nepakanka.</translation>
    </message>
    <message>
      <source>Table of speeds</source>
      <extracomment>SPEEDS of buildroadnetwork</extracomment>
      <translation>Greičių lentelė</translation>
    </message>
    <message>
      <source>Columns class, country, surface, season (empty fits all) and speed_kmh, for roads without a speed of their own.</source>
      <extracomment>help of SPEEDS of buildroadnetwork</extracomment>
      <translation>Stulpeliai class, country, surface, season (tuščia tinka visiems) ir speed_kmh keliams, neturintiems savo greičio.</translation>
    </message>
    <message>
      <source>Season</source>
      <extracomment>SEASON of buildroadnetwork</extracomment>
      <translation>Sezonas</translation>
    </message>
    <message>
      <source>summer, winter or a word of your own: rows of SPEEDS for another season do not count, and a ferry's waiting_&lt;season&gt;_min goes before its waiting_min.</source>
      <extracomment>help of SEASON of buildroadnetwork</extracomment>
      <translation>summer, winter arba savas žodis: SPEEDS eilutės kitam sezonui neskaičiuojamos, o kelto waiting_&lt;season&gt;_min svarbesnis už jo waiting_min.</translation>
    </message>
    <message>
      <source>Join lines that cross on one level</source>
      <extracomment>PLANAR of buildroadnetwork</extracomment>
      <translation>Sujungti linijas, kertančias viena kitą viename lygyje</translation>
    </message>
    <message>
      <source>For data without shared vertices. Bridges and tunnels (another level) stay apart; without a level in the data every crossing of lines becomes a junction.</source>
      <extracomment>help of PLANAR of buildroadnetwork</extracomment>
      <translation>Duomenims be bendrų viršūnių. Tiltai ir tuneliai (kitas lygis) lieka atskiri; jei lygio duomenyse nėra, kiekvienas linijų susikirtimas tampa sankryža.</translation>
    </message>
    <message>
      <source>Crossings by hand</source>
      <extracomment>CROSSING_OVERRIDES of buildroadnetwork</extracomment>
      <translation>Kirtimo vietos ranka</translation>
    </message>
    <message>
      <source>Points, or a table with lon and lat: action (add, remove, close, delay), crossing_id or a place, delay_ab_min and delay_ba_min (a, b: the two country codes in alphabetical order), name. add joins the nearest roads of two countries there; remove leaves no crossing, close leaves one that is shut.</source>
      <extracomment>help of CROSSING_OVERRIDES of buildroadnetwork</extracomment>
      <translation>Taškai arba lentelė su lon ir lat: action (add, remove, close, delay), crossing_id arba vieta, delay_ab_min ir delay_ba_min (a, b: abiejų šalių kodai abėcėlės tvarka), name. add ten sujungia artimiausius dviejų šalių kelius; remove kirtimo vietą pašalina, close palieka uždarytą.</translation>
    </message>
    <message>
      <source>Places that give crossings their names</source>
      <extracomment>NAMING_PLACES of buildroadnetwork</extracomment>
      <translation>Vietos, pagal kurias vadinamos kirtimo vietos</translation>
    </message>
    <message>
      <source>Towns and villages: a crossing without road numbers is called after the nearest one on either side.</source>
      <extracomment>help of NAMING_PLACES of buildroadnetwork</extracomment>
      <translation>Miestai ir kaimai: kirtimo vieta be kelių numerių vadinama pagal artimiausią kiekvienoje pusėje.</translation>
    </message>
    <message>
      <source>Name of the places</source>
      <extracomment>PLACE_NAME_FIELD of buildroadnetwork</extracomment>
      <translation>Vietos pavadinimas</translation>
    </message>
    <message>
      <source>Empty: a field that is called name.</source>
      <extracomment>help of PLACE_NAME_FIELD of buildroadnetwork</extracomment>
      <translation>Tuščia: laukas, vadinamas name.</translation>
    </message>
    <message>
      <source>Line ends are joined within (m)</source>
      <extracomment>TOLERANCE of buildroadnetwork</extracomment>
      <translation>Linijų galai jungiami iki (m)</translation>
    </message>
    <message>
      <source>Ends this near to another line's end or vertex are one junction.</source>
      <extracomment>help of TOLERANCE of buildroadnetwork</extracomment>
      <translation>Galai, esantys taip arti kitos linijos galo ar viršūnės, yra viena sankryža.</translation>
    </message>
    <message>
      <source>Ends are joined across the border within (m)</source>
      <extracomment>STITCH_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Galai per sieną jungiami iki (m)</translation>
    </message>
    <message>
      <source>Two national data sets rarely meet to the metre.</source>
      <extracomment>help of STITCH_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Dviejų šalių duomenų rinkiniai retai sutampa metro tikslumu.</translation>
    </message>
    <message>
      <source>Roads belong to a country up to (m) outside it</source>
      <extracomment>COUNTRY_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Keliai priklauso šaliai iki (m) už jos ribų</translation>
    </message>
    <message>
      <source>What lies further outside every country is left out, and counted in the log.</source>
      <extracomment>help of COUNTRY_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Kas yra toliau už visų šalių ribų, praleidžiama ir suskaičiuojama žurnale.</translation>
    </message>
    <message>
      <source>CRS of the analysis</source>
      <extracomment>ANALYSIS_CRS of buildroadnetwork</extracomment>
      <translation>Analizės koordinačių sistema</translation>
    </message>
    <message>
      <source>Empty: TM Baltic93 where it fits, else UTM, else an equal-area CRS of its own.</source>
      <extracomment>help of ANALYSIS_CRS of buildroadnetwork</extracomment>
      <translation>Tuščia: TM Baltic93, kur ji tinka, kitaip UTM, kitaip sava lygiaplotė koordinačių sistema.</translation>
    </message>
    <message>
      <source>Edges</source>
      <extracomment>EDGES of buildroadnetwork</extracomment>
      <translation>Atkarpos</translation>
    </message>
    <message>
      <source>The network; give it as NETWORK.</source>
      <extracomment>help of EDGES of buildroadnetwork</extracomment>
      <translation>Tinklas; nurodykite jį kaip NETWORK.</translation>
    </message>
    <message>
      <source>Nodes</source>
      <extracomment>NODES of buildroadnetwork</extracomment>
      <translation>Mazgai</translation>
    </message>
    <message>
      <source>Its junctions.</source>
      <extracomment>help of NODES of buildroadnetwork</extracomment>
      <translation>Jo sankryžos.</translation>
    </message>
    <message>
      <source>Border crossings</source>
      <extracomment>CROSSINGS of buildroadnetwork</extracomment>
      <translation>Sienos kirtimo vietos</translation>
    </message>
    <message>
      <source>Edit open and the delays, and give it as CROSSINGS.</source>
      <extracomment>help of CROSSINGS of buildroadnetwork</extracomment>
      <translation>Pataisykite open bei delsas ir nurodykite kaip CROSSINGS.</translation>
    </message>
    <message>
      <source>Points to look at</source>
      <extracomment>ISSUES of buildroadnetwork</extracomment>
      <translation>Taškai apžiūrai</translation>
    </message>
    <message>
      <source>Open ends at the border and ambiguous stitches, with gap and reason.</source>
      <extracomment>help of ISSUES of buildroadnetwork</extracomment>
      <translation>Atviri galai ties siena ir neaiškios jungtys su tarpu ir priežastimi.</translation>
    </message>
    <message>
      <source>Report</source>
      <extracomment>REPORT of buildroadnetwork</extracomment>
      <translation>Ataskaita</translation>
    </message>
    <message>
      <source>What was found and done, to read.</source>
      <extracomment>help of REPORT of buildroadnetwork</extracomment>
      <translation>Kas rasta ir padaryta, skaitymui.</translation>
    </message>
    <message>
      <source>Graph for networkx</source>
      <extracomment>GRAPH of buildroadnetwork</extracomment>
      <translation>Grafas programai networkx</translation>
    </message>
    <message>
      <source>The whole network as GraphML (.graphml) or node-link JSON (.json).</source>
      <extracomment>help of GRAPH of buildroadnetwork</extracomment>
      <translation>Visas tinklas kaip GraphML (.graphml) arba node-link JSON (.json).</translation>
    </message>
    <message>
      <source>Check road network</source>
      <extracomment>title of checkroadnetwork</extracomment>
      <translation>Patikrinti kelių tinklą</translation>
    </message>
    <message>
      <source>What is wrong with a network or looks so, as points with what to do.</source>
      <extracomment>summary of checkroadnetwork</extracomment>
      <translation>Kas tinkle blogai arba taip atrodo, kaip taškai su patarimu, ką daryti.</translation>
    </message>
    <message>
      <source>Looks for parts of the network that do not hang together (with the people on them, when PLACES are given), one-way traps, dead ends that nearly meet another road, roads drawn twice, roads without a length, implausible speeds, roads closed both ways or of unknown country, open ends and ambiguous joints at the border (with COUNTRIES), needless nodes, and classes of road of which one country has far less on its ground.

How to read the results: an error makes results wrong there; a warning is worth a look; a note changes nothing. message says what is there and what to do. Nothing is repaired: mend the data and build the network again. A dead end near another road may be right: a wall, a ditch or another level lies between.</source>
      <extracomment>help of checkroadnetwork</extracomment>
      <translation>Ieško tinklo dalių, kurios tarpusavyje nesusijusios (su gyventojais prie jų, jei nurodyta PLACES), vienpusio eismo spąstų, akligatvių, beveik siekiančių kitą kelią, du kartus nubraižytų kelių, kelių be ilgio, neįtikėtinų greičių, abiem kryptimis uždarytų arba nežinomos šalies kelių, atvirų galų ir neaiškių jungčių ties siena (su COUNTRIES), nereikalingų mazgų ir kelių klasių, kurių vienos šalies teritorijoje yra daug mažiau.

Kaip skaityti rezultatus: klaida (error) ten iškreipia rezultatus; įspėjimą (warning) verta apžiūrėti; pastaba (note) nieko nekeičia. message sako, kas ten yra ir ką daryti. Niekas netaisoma: pataisykite duomenis ir sukurkite tinklą iš naujo. Akligatvis prie kito kelio gali būti teisingas: tarp jų siena, griovys arba kitas lygis.</translation>
    </message>
    <message>
      <source>Dead ends nearly meet a road within (m)</source>
      <extracomment>TOLERANCE of checkroadnetwork</extracomment>
      <translation>Akligatviai beveik siekia kelią iki (m)</translation>
    </message>
    <message>
      <source>0: do not look for them.</source>
      <extracomment>help of TOLERANCE of checkroadnetwork</extracomment>
      <translation>0: jų neieškoti.</translation>
    </message>
    <message>
      <source>Issues</source>
      <extracomment>ISSUES of checkroadnetwork</extracomment>
      <translation>Problemos</translation>
    </message>
    <message>
      <source>Points with kind, severity and message.</source>
      <extracomment>help of ISSUES of checkroadnetwork</extracomment>
      <translation>Taškai su kind, severity ir message.</translation>
    </message>
    <message>
      <source>Counts, parts and densities, to read.</source>
      <extracomment>help of REPORT of checkroadnetwork</extracomment>
      <translation>Skaičiai, dalys ir tankiai, skaitymui.</translation>
    </message>
    <message>
      <source>Fastest routes</source>
      <extracomment>title of fastestroutes</extracomment>
      <translation>Greičiausi maršrutai</translation>
    </message>
    <message>
      <source>Routes on the road between origins and destinations, with the border crossings used.</source>
      <extracomment>summary of fastestroutes</extracomment>
      <translation>Maršrutai keliais tarp pradžios taškų ir tikslų su panaudotomis sienos kirtimo vietomis.</translation>
    </message>
    <message>
      <source>Draws the fastest (or shortest) way by car between origins and destinations: all pairs, the NEAREST ones only, or pairs with the same value of PAIR_FIELD. Points join the nearest road of their own country, anywhere on it.

How to read the results: time_min counts the way to and from the road and the border under BORDER; distance_km is on the road, and the line is drawn from road to road, in the direction of travel. crossings lists the ids of the border crossings in their order; it is empty for a domestic trip that stays at home. A pair without a way keeps its row: status says unreached, or why an end could not be used.

Limits: by car at the speeds of the network, without traffic or parking. Where local roads are missing, ways come out too long.</source>
      <extracomment>help of fastestroutes</extracomment>
      <translation>Nubraižo greičiausią (arba trumpiausią) kelią automobiliu tarp pradžios taškų ir tikslų: visoms poroms, tik NEAREST artimiausiems arba poroms su ta pačia PAIR_FIELD reikšme. Taškai prijungiami prie artimiausio savo šalies kelio bet kurioje jo vietoje.

Kaip skaityti rezultatus: time_min apima kelią iki kelių tinklo ir nuo jo bei sieną pagal BORDER; distance_km yra keliu, o linija nubraižyta nuo kelio iki kelio važiavimo kryptimi. crossings išvardija sienos kirtimo vietų identifikatorius jų tvarka; jis tuščias vidaus kelionei, nepaliekančiai šalies. Pora be kelio išlaiko savo eilutę: status sako unreached arba kodėl galo nebuvo galima panaudoti.

Ribojimai: automobiliu tinklo greičiais, be eismo ir stovėjimo vietos paieškos. Kur trūksta vietinių kelių, keliai išeina per ilgi.</translation>
    </message>
    <message>
      <source>Draw the ways to the k nearest destinations of each origin.</source>
      <extracomment>help of NEAREST of fastestroutes</extracomment>
      <translation>Nubraižyti kelius iki kiekvieno pradžios taško k artimiausių tikslų.</translation>
    </message>
    <message>
      <source>Routes</source>
      <extracomment>OUTPUT of fastestroutes</extracomment>
      <translation>Maršrutai</translation>
    </message>
    <message>
      <source>A line a pair, with time, length and crossings.</source>
      <extracomment>help of OUTPUT of fastestroutes</extracomment>
      <translation>Linija porai su laiku, ilgiu ir kirtimo vietomis.</translation>
    </message>
    <message>
      <source>7 Results</source>
      <extracomment>group of algorithms</extracomment>
      <translation>7 Rezultatai</translation>
    </message>
    <message>
      <source>Build styled project</source>
      <extracomment>title of buildproject</extracomment>
      <translation>Sukurti apipavidalintą projektą</translation>
    </message>
    <message>
      <source>A QGIS project of the results, ready to print: groups, styles, maps.</source>
      <extracomment>summary of buildproject</extracomment>
      <translation>Rezultatų QGIS projektas, parengtas spausdinti: grupės, stiliai, žemėlapiai.</translation>
    </message>
    <message>
      <source>Puts results into a project of their own: grouped by the question they answer, styled, the state border on top, with a map theme and a page for each map, and an atlas with a page for each municipality where COUNTRIES have names. Paths are relative: project and data can move together. The open project is not touched.

How to read the maps. Blue is home, yellow to orange is across the border; people are those who live there, rounded, small numbers hidden. Reachable is not the same as shared. Each page names its scenario and its limits.</source>
      <extracomment>help of buildproject</extracomment>
      <translation>Sudeda rezultatus į atskirą projektą: sugrupuotus pagal klausimą, į kurį jie atsako, apipavidalintus, su valstybės siena viršuje, su žemėlapio tema ir lapu kiekvienam žemėlapiui bei atlasu su lapu kiekvienai savivaldybei, jei COUNTRIES turi pavadinimus. Keliai santykiniai: projektą ir duomenis galima perkelti kartu. Atvertas projektas nekeičiamas.

Kaip skaityti žemėlapius. Mėlyna – savo šalyje, nuo geltonos iki oranžinės – kitapus sienos; gyventojai yra ten gyvenantieji, suapvalinti, maži skaičiai paslėpti. Pasiekiama nėra tas pats, kas bendra. Kiekvienas lapas nurodo savo scenarijų ir ribojimus.</translation>
    </message>
    <message>
      <source>Study</source>
      <extracomment>STUDY of buildproject</extracomment>
      <translation>Studija</translation>
    </message>
    <message>
      <source>GeoPackage with results; all of its layers are taken.</source>
      <extracomment>help of STUDY of buildproject</extracomment>
      <translation>GeoPackage su rezultatais; imami visi jo sluoksniai.</translation>
    </message>
    <message>
      <source>Layers</source>
      <extracomment>LAYERS of buildproject</extracomment>
      <translation>Sluoksniai</translation>
    </message>
    <message>
      <source>Results, and other layers to show.</source>
      <extracomment>help of LAYERS of buildproject</extracomment>
      <translation>Rezultatai ir kiti rodytini sluoksniai.</translation>
    </message>
    <message>
      <source>Polygons with country codes; municipalities will do. They are the background, and the state border is drawn where they meet.</source>
      <extracomment>help of COUNTRIES of buildproject</extracomment>
      <translation>Poligonai su šalių kodais; tinka ir savivaldybės. Jie yra fonas, o valstybės siena braižoma ten, kur jie susieina.</translation>
    </message>
    <message>
      <source>Types of services</source>
      <extracomment>SERVICE_TYPES of buildproject</extracomment>
      <translation>Paslaugų rūšys</translation>
    </message>
    <message>
      <source>Names of types for titles: the fields type, label_en, label_lv, label_lt.</source>
      <extracomment>help of SERVICE_TYPES of buildproject</extracomment>
      <translation>Rūšių pavadinimai antraštėms: laukai type, label_en, label_lv, label_lt.</translation>
    </message>
    <message>
      <source>Title</source>
      <extracomment>TITLE of buildproject</extracomment>
      <translation>Antraštė</translation>
    </message>
    <message>
      <source>Title of project and maps.</source>
      <extracomment>help of TITLE of buildproject</extracomment>
      <translation>Projekto ir žemėlapių antraštė.</translation>
    </message>
    <message>
      <source>Pages</source>
      <extracomment>PAGES of buildproject</extracomment>
      <translation>Lapai</translation>
    </message>
    <message>
      <source>Sizes of the pages; one for each map.</source>
      <extracomment>help of PAGES of buildproject</extracomment>
      <translation>Lapų dydžiai; po vieną kiekvienam žemėlapiui.</translation>
    </message>
    <message>
      <source>CRS of the project</source>
      <extracomment>OUTPUT_CRS of buildproject</extracomment>
      <translation>Projekto koordinačių sistema</translation>
    </message>
    <message>
      <source>Empty: that of the results. EPSG:3059 is Latvia's, EPSG:3346 Lithuania's.</source>
      <extracomment>help of OUTPUT_CRS of buildproject</extracomment>
      <translation>Tuščia: rezultatų koordinačių sistema. EPSG:3059 yra Latvijos, EPSG:3346 – Lietuvos.</translation>
    </message>
    <message>
      <source>Project</source>
      <extracomment>PROJECT of buildproject</extracomment>
      <translation>Projektas</translation>
    </message>
    <message>
      <source>The project.</source>
      <extracomment>help of PROJECT of buildproject</extracomment>
      <translation>Projektas.</translation>
    </message>
    <message>
      <source>Maps</source>
      <extracomment>MAPS_FOLDER of buildproject</extracomment>
      <translation>Žemėlapiai</translation>
    </message>
    <message>
      <source>A PDF and a PNG of each page.</source>
      <extracomment>help of MAPS_FOLDER of buildproject</extracomment>
      <translation>Kiekvieno lapo PDF ir PNG.</translation>
    </message>
    <message>
      <source>Create sample region</source>
      <extracomment>title of createsample</extracomment>
      <translation>Sukurti pavyzdinį regioną</translation>
    </message>
    <message>
      <source>The sample region to try everything on: schematic roads between real towns.</source>
      <extracomment>summary of createsample</extracomment>
      <translation>Pavyzdinis regionas, kuriame viską galima išbandyti: schematiški keliai tarp tikrų miestų.</translation>
    </message>
    <message>
      <source>Writes the sample region: roads of Latvia and Lithuania in two layers with different fields, ferries, municipalities, places with population, services of six types and their table.

The region is schematic. Towns, road numbers, lengths and the three crossings are true; bends of roads, the Lithuanian zones, rural populations and most services are not. Do not plan with it. Everything that is computed from it is marked schematic.

How to read the results: README.md beside sample.gpkg says of each layer and each figure whether it is true, schematic or invented, and where it comes from.</source>
      <extracomment>help of createsample</extracomment>
      <translation>Įrašo pavyzdinį regioną: Latvijos ir Lietuvos kelius dviejuose sluoksniuose su skirtingais laukais, keltus, savivaldybes, vietas su gyventojų skaičiumi, šešių rūšių paslaugas ir jų lentelę.

Regionas schematiškas. Miestai, kelių numeriai, ilgiai ir trys kirtimo vietos tikri; kelių vingiai, Lietuvos zonos, kaimo gyventojų skaičius ir dauguma paslaugų – ne. Neplanuokite pagal jį. Viskas, kas iš jo apskaičiuota, pažymėta kaip schematiška.

Kaip skaityti rezultatus: README.md šalia sample.gpkg apie kiekvieną sluoksnį ir kiekvieną skaičių sako, ar jis tikras, schematiškas ar išgalvotas ir iš kur paimtas.</translation>
    </message>
    <message>
      <source>Sample folder</source>
      <extracomment>SAMPLE_FOLDER of createsample</extracomment>
      <translation>Pavyzdžio aplankas</translation>
    </message>
    <message>
      <source>sample.gpkg and a README that says what is true.</source>
      <extracomment>help of SAMPLE_FOLDER of createsample</extracomment>
      <translation>sample.gpkg ir README, kuriame pasakyta, kas tikra.</translation>
    </message>
    <message>
      <source>Cross-border study</source>
      <extracomment>title of crossborderstudy</extracomment>
      <translation>Tarpvalstybinė studija</translation>
    </message>
    <message>
      <source>The whole study in one run: network, access, border, shared services, zones, territory.</source>
      <extracomment>summary of crossborderstudy</extracomment>
      <translation>Visa studija vienu kartu: tinklas, pasiekiamumas, siena, bendros paslaugos, zonos, teritorija.</translation>
    </message>
    <message>
      <source>Runs the algorithms of a study one after another, each with the results of those before it, and writes all results into one GeoPackage, STUDY. PROJECT, MAPS_FOLDER and HANDBOOK_FOLDER are made of it where they are named. Algorithms for which an input is not given are left out, and the log says so.

A study can be stopped and run again: a step whose results are in STUDY, made with the same parameters from data that have not changed since, is not repeated. After an error it goes on at the step that failed.

How to read the results: every table is that of one algorithm, and its record says which, with what parameters, from which data and within which limits. Open PROJECT to see them by the question they answer. Options that only one algorithm has keep their defaults here; to choose them, run that algorithm itself.</source>
      <extracomment>help of crossborderstudy</extracomment>
      <translation>Vykdo studijos algoritmus vieną po kito, kiekvieną su ankstesnių rezultatais, ir visus rezultatus rašo į vieną GeoPackage, STUDY. PROJECT, MAPS_FOLDER ir HANDBOOK_FOLDER iš jo sukuriami, jei jie nurodyti. Algoritmai, kuriems kokia nors įvestis neduota, praleidžiami, ir žurnalas tai pasako.

Studiją galima sustabdyti ir paleisti iš naujo: žingsnis, kurio rezultatai yra STUDY, gauti su tais pačiais parametrais iš nuo to laiko nepasikeitusių duomenų, nekartojamas. Po klaidos ji tęsiama nuo nepavykusio žingsnio.

Kaip skaityti rezultatus: kiekviena lentelė yra vieno algoritmo rezultatas, o jos įrašas sako, kurio, su kokiais parametrais, iš kokių duomenų ir su kokiais ribojimais. Atverkite PROJECT, kad matytumėte juos pagal klausimą, į kurį jie atsako. Parinktys, kurias turi tik vienas algoritmas, čia lieka numatytosios; norėdami jas pasirinkti, vykdykite patį algoritmą.</translation>
    </message>
    <message>
      <source>Steps</source>
      <extracomment>STEPS of crossborderstudy</extracomment>
      <translation>Žingsniai</translation>
    </message>
    <message>
      <source>Those to be made; each needs the results of those before it.</source>
      <extracomment>help of STEPS of crossborderstudy</extracomment>
      <translation>Tie, kuriuos reikia atlikti; kiekvienam reikia ankstesnių rezultatų.</translation>
    </message>
    <message>
      <source>Zones</source>
      <extracomment>ZONES of crossborderstudy</extracomment>
      <translation>Zonos</translation>
    </message>
    <message>
      <source>Parishes, elderships, municipalities or other zones.</source>
      <extracomment>help of ZONES of crossborderstudy</extracomment>
      <translation>Pagastai, seniūnijos, savivaldybės arba kitos zonos.</translation>
    </message>
    <message>
      <source>Id of the zones</source>
      <extracomment>ZONE_ID of crossborderstudy</extracomment>
      <translation>Zonų identifikatorius</translation>
    </message>
    <message>
      <source>Name of the zones</source>
      <extracomment>ZONE_NAME_FIELD of crossborderstudy</extracomment>
      <translation>Zonų pavadinimai</translation>
    </message>
    <message>
      <source>For sentences; empty: their ids.</source>
      <extracomment>help of ZONE_NAME_FIELD of crossborderstudy</extracomment>
      <translation>Sakiniams; tuščia: jų identifikatoriai.</translation>
    </message>
    <message>
      <source>Country code of the zones</source>
      <extracomment>ZONE_COUNTRY_FIELD of crossborderstudy</extracomment>
      <translation>Zonų šalies kodas</translation>
    </message>
    <message>
      <source>Empty: the country polygon the zone lies in, else that of most of its people.</source>
      <extracomment>help of ZONE_COUNTRY_FIELD of crossborderstudy</extracomment>
      <translation>Tuščia: šalies poligonas, kuriame yra zona, kitaip daugumos jos gyventojų šalis.</translation>
    </message>
    <message>
      <source>Population of the zones</source>
      <extracomment>ZONE_POPULATION_FIELD of crossborderstudy</extracomment>
      <translation>Zonų gyventojų skaičius</translation>
    </message>
    <message>
      <source>Empty: the people of the places inside.</source>
      <extracomment>help of ZONE_POPULATION_FIELD of crossborderstudy</extracomment>
      <translation>Tuščia: viduje esančių vietų gyventojai.</translation>
    </message>
    <message>
      <source>Flows</source>
      <extracomment>FLOWS of crossborderstudy</extracomment>
      <translation>Srautai</translation>
    </message>
    <message>
      <source>A table with from_id, to_id, flow and kind (observed, modelled), such as 'Interaction flows' makes. Ids are those of ZONES, or of PLACES.</source>
      <extracomment>help of FLOWS of crossborderstudy</extracomment>
      <translation>Lentelė su from_id, to_id, flow ir kind (observed, modelled), kokią sukuria, pavyzdžiui, „Sąveikos srautai“. Identifikatoriai – ZONES arba PLACES.</translation>
    </message>
    <message>
      <source>Profiles</source>
      <extracomment>PROFILES of crossborderstudy</extracomment>
      <translation>Profiliai</translation>
    </message>
    <message>
      <source>A table with 'zone' and a number for each indicator: what is alike.</source>
      <extracomment>help of PROFILES of crossborderstudy</extracomment>
      <translation>Lentelė su „zone“ ir skaičiumi kiekvienam rodikliui: kas panašu.</translation>
    </message>
    <message>
      <source>Register of cooperation</source>
      <extracomment>REGISTER of crossborderstudy</extracomment>
      <translation>Bendradarbiavimo registras</translation>
    </message>
    <message>
      <source>record_id, kind (agreement, idea, event, role), title, theme, partners (ids of zones, several with semicolons), lead; for roles organisation and function; for ideas maturity, cost_eur, place, lon, lat.</source>
      <extracomment>help of REGISTER of crossborderstudy</extracomment>
      <translation>record_id, kind (agreement, idea, event, role), title, theme, partners (zonų identifikatoriai, keli – su kabliataškiais), lead; vaidmenims organisation ir function; idėjoms maturity, cost_eur, place, lon, lat.</translation>
    </message>
    <message>
      <source>Observations</source>
      <extracomment>OBSERVATIONS of crossborderstudy</extracomment>
      <translation>Stebėjimai</translation>
    </message>
    <message>
      <source>Columns zone, year (or a date), indicator, value; years or indicators may stand side by side. A CSV is read from its file, so codes keep their zeros.</source>
      <extracomment>help of OBSERVATIONS of crossborderstudy</extracomment>
      <translation>Stulpeliai zone, year (arba data), indicator, value; metai arba rodikliai gali būti ir greta. CSV skaitomas iš failo, todėl kodai išlaiko nulius.</translation>
    </message>
    <message>
      <source>Changed codes</source>
      <extracomment>CODE_CHANGES of crossborderstudy</extracomment>
      <translation>Pasikeitę kodai</translation>
    </message>
    <message>
      <source>Columns from, to, weight (shares of an old code that add up to 1) and, where known, year, the first in which the new codes hold: the reform of 2021, a new NUTS.</source>
      <extracomment>help of CODE_CHANGES of crossborderstudy</extracomment>
      <translation>Stulpeliai from, to, weight (seno kodo dalys, kurių suma 1) ir, kur žinoma, year – pirmieji metai, kai galioja nauji kodai: 2021 m. reforma, naujas NUTS.</translation>
    </message>
    <message>
      <source>Jobs</source>
      <extracomment>JOBS of crossborderstudy</extracomment>
      <translation>Darbo vietos</translation>
    </message>
    <message>
      <source>Columns zone, year, sector, jobs; sectors or years may stand side by side. A CSV is read from its file.</source>
      <extracomment>help of JOBS of crossborderstudy</extracomment>
      <translation>Stulpeliai zone, year, sector, jobs; sektoriai arba metai gali būti ir greta. CSV skaitomas iš failo.</translation>
    </message>
    <message>
      <source>Domains of specialisation</source>
      <extracomment>DOMAINS of crossborderstudy</extracomment>
      <translation>Specializacijos sritys</translation>
    </message>
    <message>
      <source>Columns country (empty: all), sector, domain, share (of the sector's jobs), label_en, label_lv, label_lt. Empty: each sector by itself.</source>
      <extracomment>help of DOMAINS of crossborderstudy</extracomment>
      <translation>Stulpeliai country (tuščia: visos), sector, domain, share (sektoriaus darbo vietų), label_en, label_lv, label_lt. Tuščia: kiekvienas sektorius atskirai.</translation>
    </message>
    <message>
      <source>Rules of guidelines</source>
      <extracomment>RULES of crossborderstudy</extracomment>
      <translation>Gairių taisyklės</translation>
    </message>
    <message>
      <source>Columns rule, class, domain, partners, confidence, chapter, point_en, question_en, indicator_en and the same in _lv and _lt. Empty: those of the sample.</source>
      <extracomment>help of RULES of crossborderstudy</extracomment>
      <translation>Stulpeliai rule, class, domain, partners, confidence, chapter, point_en, question_en, indicator_en ir tie patys su _lv bei _lt. Tuščia: pavyzdžio taisyklės.</translation>
    </message>
    <message>
      <source>Criteria</source>
      <extracomment>CRITERIA of crossborderstudy</extracomment>
      <translation>Kriterijai</translation>
    </message>
    <message>
      <source>Columns field (of the candidates) or layer and measure (share in per cent, distance_km, count within within_km, mean of layer_field), weight, direction (max, min); also criterion (a short name), indifference, preference, label_en, label_lv, label_lt.</source>
      <extracomment>help of CRITERIA of crossborderstudy</extracomment>
      <translation>Stulpeliai field (kandidatų) arba layer ir measure (share procentais, distance_km, count per within_km, mean iš layer_field), weight, direction (max, min); taip pat criterion (trumpas pavadinimas), indifference, preference, label_en, label_lv, label_lt.</translation>
    </message>
    <message>
      <source>Layers of criteria</source>
      <extracomment>CRITERIA_LAYERS of crossborderstudy</extracomment>
      <translation>Kriterijų sluoksniai</translation>
    </message>
    <message>
      <source>Layers that CRITERIA names: floods, coast, roads. Known by their names.</source>
      <extracomment>help of CRITERIA_LAYERS of crossborderstudy</extracomment>
      <translation>Sluoksniai, kuriuos įvardija CRITERIA: potvyniai, pakrantė, keliai. Atpažįstami pagal pavadinimą.</translation>
    </message>
    <message>
      <source>Chain of priorities</source>
      <extracomment>CHAIN of crossborderstudy</extracomment>
      <translation>Prioritetų grandinė</translation>
    </message>
    <message>
      <source>Columns code, parent, level (challenge, priority, direction, task), text_en (_lv, _lt), criteria (names, with commas), indicator.</source>
      <extracomment>help of CHAIN of crossborderstudy</extracomment>
      <translation>Stulpeliai code, parent, level (challenge, priority, direction, task), text_en (_lv, _lt), criteria (pavadinimai su kableliais), indicator.</translation>
    </message>
    <message>
      <source>Actions</source>
      <extracomment>ACTIONS of crossborderstudy</extracomment>
      <translation>Veiksmai</translation>
    </message>
    <message>
      <source>Columns code, parent, goal, action, responsible, partners, start, end, budget, fund_source (a name, or ERDF=80000; municipality=20000), indicator, baseline, target; money also as budget_&lt;source&gt; and budget_&lt;year&gt;.</source>
      <extracomment>help of ACTIONS of crossborderstudy</extracomment>
      <translation>Stulpeliai code, parent, goal, action, responsible, partners, start, end, budget, fund_source (pavadinimas arba ERDF=80000; municipality=20000), indicator, baseline, target; pinigai taip pat kaip budget_&lt;source&gt; ir budget_&lt;year&gt;.</translation>
    </message>
    <message>
      <source>Indicators</source>
      <extracomment>INDICATORS of crossborderstudy</extracomment>
      <translation>Rodikliai</translation>
    </message>
    <message>
      <source>Columns indicator, value, date; or, to be computed, layer, aggregate (sum, mean, weighted_mean, min, max, count, share), field, weight_field, filter (an expression).</source>
      <extracomment>help of INDICATORS of crossborderstudy</extracomment>
      <translation>Stulpeliai indicator, value, date; arba, jei reikia apskaičiuoti, layer, aggregate (sum, mean, weighted_mean, min, max, count, share), field, weight_field, filter (išraiška).</translation>
    </message>
    <message>
      <source>Table of names</source>
      <extracomment>NAMES of crossborderstudy</extracomment>
      <translation>Pavadinimų lentelė</translation>
    </message>
    <message>
      <source>Fields code, language and nominative (genitive and locative may stand there, too): how places, regions and types of services are called in each language.</source>
      <extracomment>help of NAMES of crossborderstudy</extracomment>
      <translation>Laukai code, language ir nominative (gali būti ir genitive bei locative): kaip vietos, regionai ir paslaugų rūšys vadinami kiekviena kalba.</translation>
    </message>
    <message>
      <source>Title of the handbook.</source>
      <extracomment>help of TITLE of crossborderstudy</extracomment>
      <translation>Vadovo antraštė.</translation>
    </message>
    <message>
      <source>Languages</source>
      <extracomment>LANGUAGES of crossborderstudy</extracomment>
      <translation>Kalbos</translation>
    </message>
    <message>
      <source>A page for each; the first is also written for the word processor.</source>
      <extracomment>help of LANGUAGES of crossborderstudy</extracomment>
      <translation>Po puslapį kiekvienai; pirmoji rašoma ir tekstų rengyklei.</translation>
    </message>
    <message>
      <source>Small numbers</source>
      <extracomment>SMALL_NUMBERS of crossborderstudy</extracomment>
      <translation>Maži skaičiai</translation>
    </message>
    <message>
      <source>round: to 10, and fewer than 20 hidden. keep: only for your own eyes.</source>
      <extracomment>help of SMALL_NUMBERS of crossborderstudy</extracomment>
      <translation>round: iki 10, o mažiau nei 20 paslepiama. keep: tik jūsų pačių akims.</translation>
    </message>
    <message>
      <source>Regions of the jobs</source>
      <extracomment>REGIONS of crossborderstudy</extracomment>
      <translation>Darbo vietų regionai</translation>
    </message>
    <message>
      <source>Where JOBS are known for larger zones than ZONES; empty: ZONES.</source>
      <extracomment>help of REGIONS of crossborderstudy</extracomment>
      <translation>Kai JOBS žinomos didesnėms zonoms nei ZONES; tuščia: ZONES.</translation>
    </message>
    <message>
      <source>Code of the regions</source>
      <extracomment>REGION_ID of crossborderstudy</extracomment>
      <translation>Regionų kodas</translation>
    </message>
    <message>
      <source>As in JOBS.</source>
      <extracomment>help of REGION_ID of crossborderstudy</extracomment>
      <translation>Kaip lentelėje JOBS.</translation>
    </message>
    <message>
      <source>Candidates for priorities</source>
      <extracomment>IDEAS of crossborderstudy</extracomment>
      <translation>Prioritetų kandidatai</translation>
    </message>
    <message>
      <source>What CRITERIA rank: project ideas, zones, services. Empty: no priorities.</source>
      <extracomment>help of IDEAS of crossborderstudy</extracomment>
      <translation>Ką rikiuoja CRITERIA: projektų idėjos, zonos, paslaugos. Tuščia: be prioritetų.</translation>
    </message>
    <message>
      <source>Id of the candidates</source>
      <extracomment>IDEA_ID of crossborderstudy</extracomment>
      <translation>Kandidačių identifikatorius</translation>
    </message>
    <message>
      <source>All results, a table each. One that is there already is gone on with.</source>
      <extracomment>help of STUDY of crossborderstudy</extracomment>
      <translation>Visi rezultatai, po lentelę kiekvienam. Jei toks jau yra, jis tęsiamas.</translation>
    </message>
    <message>
      <source>The results, styled, ready to print.</source>
      <extracomment>help of PROJECT of crossborderstudy</extracomment>
      <translation>Rezultatai, apipavidalinti, parengti spausdinti.</translation>
    </message>
    <message>
      <source>Handbook</source>
      <extracomment>HANDBOOK_FOLDER of crossborderstudy</extracomment>
      <translation>Vadovas</translation>
    </message>
    <message>
      <source>The handbook in three languages.</source>
      <extracomment>help of HANDBOOK_FOLDER of crossborderstudy</extracomment>
      <translation>Vadovas trimis kalbomis.</translation>
    </message>
    <message>
      <source>Explain a result</source>
      <extracomment>title of explain</extracomment>
      <translation>Paaiškinti rezultatą</translation>
    </message>
    <message>
      <source>Why this place, pair, facility or number: the way, the terms, and what was left out.</source>
      <extracomment>summary of explain</extracomment>
      <translation>Kodėl ši vieta, pora, paslaugos vieta ar skaičius: kelias, dėmenys ir kas praleista.</translation>
    </message>
    <message>
      <source>Reads from a result of Smart Planning how it was made, opens its inputs again, and says for one place, facility or pair what lies behind its numbers: where it joins the road, the services near it and why each counts or not, the way there with the border crossings, and with NUMBER the terms that add up to it; of a crossing, an isochrone, a flow, a zone, a score or a trend the places, terms and figures it is made of. Every field of ours says what it holds.

How to read the results: REPORT is a page to keep with a decision; ROUTES has the ways on the road. Inputs that have changed since the result was made are named, and the number is computed again: where the two differ, the page says so. Limits: inputs that cannot be opened any more leave the row and its record; so do tables of sums and of what a register holds (equity, functional zones, partnerships, action plan), whose rows give their reason themselves.</source>
      <extracomment>help of explain</extracomment>
      <translation>Iš Smart Planning rezultato perskaito, kaip jis gautas, dar kartą atveria jo įvestis ir vienai vietai, paslaugos vietai ar porai pasako, kas slypi už jos skaičių: kur ji prisijungia prie kelio, kokios paslaugos netoli ir kodėl kiekviena skaičiuojama arba ne, kelias ten su sienos kirtimo vietomis ir, su NUMBER, dėmenys, kurie jį sudaro; apie kirtimo vietą, izochroną, srautą, zoną, įvertį ar tendenciją – vietovės, dėmenys ir skaičiai, iš kurių jie sudaryti. Kiekvienas mūsų laukas pasako, kas jame yra.

Kaip skaityti rezultatus: REPORT yra puslapis, kurį verta laikyti kartu su sprendimu; ROUTES turi kelius. Įvestys, pasikeitusios po rezultato gavimo, įvardijamos, o skaičius apskaičiuojamas iš naujo: jei jie skiriasi, puslapis tai pasako. Ribojimai: jei įvesčių nebegalima atverti, lieka eilutė ir jos įrašas; taip pat ir sumų lentelės bei tai, kas yra registre (lygybė, funkcinės zonos, partnerystės, veiksmų planas), kurių eilutės priežastį pasako pačios.</translation>
    </message>
    <message>
      <source>Result</source>
      <extracomment>RESULT of explain</extracomment>
      <translation>Rezultatas</translation>
    </message>
    <message>
      <source>A layer or table that we made.</source>
      <extracomment>help of RESULT of explain</extracomment>
      <translation>Sluoksnis arba lentelė, kurią sukūrė Smart Planning.</translation>
    </message>
    <message>
      <source>Which place, facility or origin</source>
      <extracomment>FEATURE_ID of explain</extracomment>
      <translation>Kuri vieta, paslaugos vieta ar pradžios taškas</translation>
    </message>
    <message>
      <source>Its id as in the input (place_id, service_id, origin_id), else the number of the row.</source>
      <extracomment>help of FEATURE_ID of explain</extracomment>
      <translation>Jo identifikatorius kaip įvestyje (place_id, service_id, origin_id), kitaip eilutės numeris.</translation>
    </message>
    <message>
      <source>To which service or destination</source>
      <extracomment>TO_ID of explain</extracomment>
      <translation>Iki kurios paslaugos ar tikslo</translation>
    </message>
    <message>
      <source>For a pair; else empty.</source>
      <extracomment>help of TO_ID of explain</extracomment>
      <translation>Porai; kitaip tuščia.</translation>
    </message>
    <message>
      <source>Which number</source>
      <extracomment>NUMBER of explain</extracomment>
      <translation>Kuris skaičius</translation>
    </message>
    <message>
      <source>The field to explain, such as 2sfca_planned_hospital; empty: the row as a whole.</source>
      <extracomment>help of NUMBER of explain</extracomment>
      <translation>Aiškinamas laukas, pavyzdžiui, 2sfca_planned_hospital; tuščia: visa eilutė.</translation>
    </message>
    <message>
      <source>Alternatives to show</source>
      <extracomment>NEAREST of explain</extracomment>
      <translation>Kiek alternatyvų rodyti</translation>
    </message>
    <message>
      <source>The nearest so many services of each type.</source>
      <extracomment>help of NEAREST of explain</extracomment>
      <translation>Tiek kiekvienos rūšies artimiausių paslaugų.</translation>
    </message>
    <message>
      <source>Explanation</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation>Paaiškinimas</translation>
    </message>
    <message>
      <source>A page that says why.</source>
      <extracomment>help of REPORT of explain</extracomment>
      <translation>Puslapis, kuris pasako, kodėl.</translation>
    </message>
    <message>
      <source>Ways behind the result</source>
      <extracomment>ROUTES of explain</extracomment>
      <translation>Keliai už rezultato</translation>
    </message>
    <message>
      <source>Lines on the road to the services shown, with time, length and crossings.</source>
      <extracomment>help of ROUTES of explain</extracomment>
      <translation>Linijos keliais iki parodytų paslaugų su laiku, ilgiu ir kirtimo vietomis.</translation>
    </message>
    <message>
      <source>The handbook of a study, in English, Latvian and Lithuanian, to read, print and edit.</source>
      <extracomment>summary of handbook</extracomment>
      <translation>Studijos vadovas anglų, latvių ir lietuvių kalbomis – skaityti, spausdinti ir taisyti.</translation>
    </message>
    <message>
      <source>Writes what a study has found as a handbook: a folder with a page for each language that opens in any browser without a network, all tables as tables.xlsx, the text in the first language as handbook.odt for a word processor, and a PDF of each page where Chromium is installed. Chapters come from the results that are in STUDY; what is not there is left out. Maps are those of PROJECT.

Sentences are made from the numbers and name the layer they can be checked in. Names are taken from NAMES, or from the data, and never inflected. Numbers of people are rounded, and small ones hidden. Crossings are not ranked by how vulnerable they are.

How to read the results: reachable is not the same as shared; people are those who live nearest, not users; a closed border is a thought experiment. Each chapter ends with the limits of its figures.</source>
      <extracomment>help of handbook</extracomment>
      <translation>Tai, ką studija rado, parašo kaip vadovą: aplanką su puslapiu kiekviena kalba, kuris atsiveria bet kurioje naršyklėje be tinklo, visas lenteles faile tables.xlsx, tekstą pirmąja kalba kaip handbook.odt tekstų rengyklei ir kiekvieno puslapio PDF, jei įdiegta Chromium. Skyriai sudaromi iš rezultatų, esančių STUDY; ko nėra, praleidžiama. Žemėlapiai yra iš PROJECT.

Sakiniai sudaryti iš skaičių ir nurodo sluoksnį, kuriame juos galima patikrinti. Pavadinimai imami iš NAMES arba iš duomenų ir niekada nelinksniuojami. Gyventojų skaičiai apvalinami, maži paslepiami. Kirtimo vietos nerikiuojamos pagal pažeidžiamumą.

Kaip skaityti rezultatus: pasiekiama nėra tas pats, kas bendra; gyventojai yra gyvenantys arčiausiai, o ne naudotojai; uždaryta siena yra minčių eksperimentas. Kiekvienas skyrius baigiasi savo skaičių ribojimais.</translation>
    </message>
    <message>
      <source>GeoPackage with the results of a study.</source>
      <extracomment>help of STUDY of handbook</extracomment>
      <translation>GeoPackage su studijos rezultatais.</translation>
    </message>
    <message>
      <source>Made by 'Build styled project'; its maps are shown.</source>
      <extracomment>help of PROJECT of handbook</extracomment>
      <translation>Sukurta įrankiu „Sukurti apipavidalintą projektą“; rodomi jo žemėlapiai.</translation>
    </message>
    <message>
      <source>Names of types: the fields type, label_en, label_lv, label_lt.</source>
      <extracomment>help of SERVICE_TYPES of handbook</extracomment>
      <translation>Rūšių pavadinimai: laukai type, label_en, label_lv, label_lt.</translation>
    </message>
    <message>
      <source>Hide numbers of people below</source>
      <extracomment>SMALL_NUMBERS of handbook</extracomment>
      <translation>Slėpti gyventojų skaičius, mažesnius nei</translation>
    </message>
    <message>
      <source>Small numbers point at households, and are mostly noise.</source>
      <extracomment>help of SMALL_NUMBERS of handbook</extracomment>
      <translation>Maži skaičiai rodo į namų ūkius ir dažniausiai yra triukšmas.</translation>
    </message>
    <message>
      <source>Also as PDF</source>
      <extracomment>PDF of handbook</extracomment>
      <translation>Taip pat kaip PDF</translation>
    </message>
    <message>
      <source>Printed by Chromium, where it is installed.</source>
      <extracomment>help of PDF of handbook</extracomment>
      <translation>Spausdina Chromium, jei ji įdiegta.</translation>
    </message>
    <message>
      <source>index.en.html, index.lv.html, index.lt.html, tables.xlsx, handbook.odt, maps.</source>
      <extracomment>help of HANDBOOK_FOLDER of handbook</extracomment>
      <translation>index.en.html, index.lv.html, index.lt.html, tables.xlsx, handbook.odt, žemėlapiai.</translation>
    </message>
    <message>
      <source>Style results</source>
      <extracomment>title of styleresults</extracomment>
      <translation>Apipavidalinti rezultatus</translation>
    </message>
    <message>
      <source>Give results their styles, in a language, and keep the styles in their files.</source>
      <extracomment>summary of styleresults</extracomment>
      <translation>Suteikia rezultatams stilius pasirinkta kalba ir išsaugo juos failuose.</translation>
    </message>
    <message>
      <source>Styles layers made by Smart Planning, whatever they are called now, and saves the style as the default of each: in the GeoPackage, or beside other files. They look right in every project from then on. Layers of other origin are left as they are, and named in the log. Legends come in English, Latvian or Lithuanian.

How to read the results: STYLED lists the layers that got a style; the log names those that did not.</source>
      <extracomment>help of styleresults</extracomment>
      <translation>Apipavidalina Smart Planning sukurtus sluoksnius, kad ir kaip jie dabar vadintųsi, ir išsaugo stilių kaip kiekvieno numatytąjį: GeoPackage arba šalia kitų failų. Nuo tada jie visuose projektuose atrodo teisingai. Kitos kilmės sluoksniai paliekami, kokie yra, ir įvardijami žurnale. Legendos yra anglų, latvių arba lietuvių kalba.

Kaip skaityti rezultatus: STYLED išvardija sluoksnius, kurie gavo stilių; žurnalas įvardija tuos, kurie negavo.</translation>
    </message>
    <message>
      <source>Results of Smart Planning.</source>
      <extracomment>help of LAYERS of styleresults</extracomment>
      <translation>Smart Planning rezultatai.</translation>
    </message>
    <message>
      <source>Styled layers</source>
      <extracomment>output of styleresults</extracomment>
      <translation>Apipavidalinti sluoksniai</translation>
    </message>
    <message>
      <source>4 Services</source>
      <extracomment>group of algorithms</extracomment>
      <translation>4 Paslaugos</translation>
    </message>
    <message>
      <source>Locate shared services</source>
      <extracomment>title of locatesharedservices</extracomment>
      <translation>Išdėstyti bendras paslaugas</translation>
    </message>
    <message>
      <source>Where to put facilities for both countries, and what choosing together gains.</source>
      <extracomment>summary of locatesharedservices</extracomment>
      <translation>Kur įrengti paslaugų vietas abiem šalims ir ką duoda bendras pasirinkimas.</translation>
    </message>
    <message>
      <source>Chooses sites among candidates. pmedian: least travel time for all people to the nearest of P sites (with CAPACITY_FIELD the capacitated p-median; the people of a place may then be split among sites). mclp: most people within THRESHOLD of P sites. lscp: fewest sites so that everybody who can be is within THRESHOLD. pcenter: the longest way as short as P sites can make it. Exact (HiGHS) up to some 250,000 pairs of place and candidate, beyond it by interchange; either way the proven gap to the best is told.

How to read the results: SITES are all candidates with their role (chosen, fixed, spare, forbidden, unusable) and the people who would have them nearest. SUMMARY compares the sites chosen together (shared) with those chosen for each country by itself (separate: nobody crosses the border, P is shared out as is best for all) and gives the gain of sharing: sites, minutes, people; it ends with sentences to paste.

Limits: travel times are by car, demand is the people of POPULATION_FIELD. Whether a site may serve both countries, who decides and who pays is not computed. Several choices may be equally good; one of them is given.</source>
      <extracomment>help of locatesharedservices</extracomment>
      <translation>Parenka vietas iš kandidačių. pmedian: mažiausias visų gyventojų kelionės laikas iki artimiausios iš P vietų (su CAPACITY_FIELD – p-mediana su pajėgumu; vienos vietos gyventojai tada gali būti padalyti kelioms). mclp: daugiausia gyventojų THRESHOLD ribose nuo P vietų. lscp: mažiausiai vietų, kad visi, kam tai įmanoma, būtų THRESHOLD ribose. pcenter: ilgiausias kelias toks trumpas, koks su P vietų įmanomas. Tiksliai (HiGHS) iki maždaug 250 000 vietos ir kandidatės porų, virš to keitimu; abiem atvejais nurodomas įrodytas atstumas iki geriausio.

Kaip skaityti rezultatus: SITES yra visos kandidatės su savo vaidmeniu (chosen, fixed, spare, forbidden, unusable) ir gyventojais, kuriems jos būtų artimiausios. SUMMARY lygina kartu parinktas vietas (shared) su tomis, kurias kiekviena šalis renkasi sau (separate: niekas nekerta sienos, P padalijama taip, kad visiems būtų geriausia), ir pateikia bendrumo naudą: vietos, minutės, gyventojai; pabaigoje yra sakiniai, kuriuos galima įklijuoti.

Ribojimai: kelionės laikai yra automobiliu, paklausa – POPULATION_FIELD gyventojai. Ar vieta gali aptarnauti abi šalis, kas sprendžia ir kas moka, neskaičiuojama. Keli pasirinkimai gali būti vienodai geri; pateikiamas vienas iš jų.</translation>
    </message>
    <message>
      <source>Candidate sites</source>
      <extracomment>CANDIDATES of locatesharedservices</extracomment>
      <translation>Kandidatės</translation>
    </message>
    <message>
      <source>Where a facility is, or could be.</source>
      <extracomment>help of CANDIDATES of locatesharedservices</extracomment>
      <translation>Kur paslaugos vieta yra arba galėtų būti.</translation>
    </message>
    <message>
      <source>Country code of the candidates</source>
      <extracomment>CANDIDATE_COUNTRY_FIELD of locatesharedservices</extracomment>
      <translation>Kandidačių šalies kodas</translation>
    </message>
    <message>
      <source>Empty: the country polygon the candidate lies in, else the nearest road.</source>
      <extracomment>help of CANDIDATE_COUNTRY_FIELD of locatesharedservices</extracomment>
      <translation>Tuščia: šalies poligonas, kuriame yra kandidatė, kitaip artimiausias kelias.</translation>
    </message>
    <message>
      <source>People a site can serve</source>
      <extracomment>CAPACITY_FIELD of locatesharedservices</extracomment>
      <translation>Kiek gyventojų vieta gali aptarnauti</translation>
    </message>
    <message>
      <source>For pmedian only; empty: no limit.</source>
      <extracomment>help of CAPACITY_FIELD of locatesharedservices</extracomment>
      <translation>Tik pmedian; tuščia: be ribos.</translation>
    </message>
    <message>
      <source>Fixed sites</source>
      <extracomment>FIXED of locatesharedservices</extracomment>
      <translation>Nustatytos vietos</translation>
    </message>
    <message>
      <source>Candidates for which this holds are there and stay: "status" = 'existing'.</source>
      <extracomment>help of FIXED of locatesharedservices</extracomment>
      <translation>Kandidatės, kurioms tai galioja, jau yra ir lieka: "status" = 'existing'.</translation>
    </message>
    <message>
      <source>Forbidden sites</source>
      <extracomment>FORBIDDEN of locatesharedservices</extracomment>
      <translation>Draudžiamos vietos</translation>
    </message>
    <message>
      <source>Candidates for which this holds must not be taken.</source>
      <extracomment>help of FORBIDDEN of locatesharedservices</extracomment>
      <translation>Kandidačių, kurioms tai galioja, rinktis negalima.</translation>
    </message>
    <message>
      <source>Model</source>
      <extracomment>MODEL of locatesharedservices</extracomment>
      <translation>Modelis</translation>
    </message>
    <message>
      <source>pmedian: least travel time. mclp: most people within the threshold. lscp: fewest sites for all. pcenter: shortest longest way.</source>
      <extracomment>help of MODEL of locatesharedservices</extracomment>
      <translation>pmedian: mažiausias kelionės laikas. mclp: daugiausia gyventojų slenkstinės vertės ribose. lscp: mažiausiai vietų visiems. pcenter: trumpiausias ilgiausias kelias.</translation>
    </message>
    <message>
      <source>Sites</source>
      <extracomment>P of locatesharedservices</extracomment>
      <translation>Vietų skaičius</translation>
    </message>
    <message>
      <source>The fixed ones among them. Not used by lscp.</source>
      <extracomment>help of P of locatesharedservices</extracomment>
      <translation>Įskaitant nustatytas. lscp jo nenaudoja.</translation>
    </message>
    <message>
      <source>A place is served within.</source>
      <extracomment>help of THRESHOLD of locatesharedservices</extracomment>
      <translation>Vieta aptarnaujama per šį laiką.</translation>
    </message>
    <message>
      <source>Cooperation</source>
      <extracomment>COOPERATION of locatesharedservices</extracomment>
      <translation>Bendradarbiavimas</translation>
    </message>
    <message>
      <source>shared: everybody may go to every site. separate: only to those of the own country. The summary compares the two.</source>
      <extracomment>help of COOPERATION of locatesharedservices</extracomment>
      <translation>shared: visi gali važiuoti į visas vietas. separate: tik į savo šalies. Suvestinė lygina abu.</translation>
    </message>
    <message>
      <source>Extra minutes abroad</source>
      <extracomment>EXTRA_MIN_ABROAD of locatesharedservices</extracomment>
      <translation>Papildomos minutės užsienyje</translation>
    </message>
    <message>
      <source>What using a service abroad costs on top of the journey.</source>
      <extracomment>help of EXTRA_MIN_ABROAD of locatesharedservices</extracomment>
      <translation>Kiek be kelionės kainuoja naudojimasis paslauga užsienyje.</translation>
    </message>
    <message>
      <source>Time limit (seconds)</source>
      <extracomment>TIME_LIMIT of locatesharedservices</extracomment>
      <translation>Laiko riba (sekundės)</translation>
    </message>
    <message>
      <source>After it the best choice found so far is given, with its gap.</source>
      <extracomment>help of TIME_LIMIT of locatesharedservices</extracomment>
      <translation>Po jos pateikiamas iki tol geriausias pasirinkimas su jo atstumu.</translation>
    </message>
    <message>
      <source>The candidates with their role and the people who would have them nearest.</source>
      <extracomment>help of SITES of locatesharedservices</extracomment>
      <translation>Kandidatės su savo vaidmeniu ir gyventojais, kuriems jos būtų artimiausios.</translation>
    </message>
    <message>
      <source>Who would go where</source>
      <extracomment>ASSIGNMENT of locatesharedservices</extracomment>
      <translation>Kas kur važiuotų</translation>
    </message>
    <message>
      <source>A line from each place to its site; a place without one says why.</source>
      <extracomment>help of ASSIGNMENT of locatesharedservices</extracomment>
      <translation>Linija nuo kiekvienos vietos iki jai tenkančios; vieta be jos sako, kodėl.</translation>
    </message>
    <message>
      <source>Together and each for itself</source>
      <extracomment>SUMMARY of locatesharedservices</extracomment>
      <translation>Kartu ir kiekvienas sau</translation>
    </message>
    <message>
      <source>Sites, minutes and people under both, the gain, and sentences to paste.</source>
      <extracomment>help of SUMMARY of locatesharedservices</extracomment>
      <translation>Vietos, minutės ir gyventojai abiem atvejais, nauda ir sakiniai, kuriuos galima įklijuoti.</translation>
    </message>
    <message>
      <source>Service catchments</source>
      <extracomment>title of servicecatchments</extracomment>
      <translation>Paslaugų traukos zonos</translation>
    </message>
    <message>
      <source>Which ground and people belong to each facility, and which catchments cross the border.</source>
      <extracomment>summary of servicecatchments</extracomment>
      <translation>Kuri žemė ir kurie gyventojai priklauso kiekvienai paslaugos vietai ir kurios traukos zonos kerta sieną.</translation>
    </message>
    <message>
      <source>Divides the ground and the people among the facilities of each type, by the way on the road network: to the nearest one (turn-out included), by weight, or so that no facility takes more people than it has room for. Types that SERVICE_TYPES calls not_shareable are divided within each country; extra_min_abroad is added to ways across the border. Types with direction = from (ambulance, fire) travel from the facility to the place.

How to read the results: catchments of one type share no ground and leave none that is reached. population is the sum over places, those who live nearest and not users; over all facilities, and those without one, it adds up to all. crosses_border is 1 where a catchment has people or ground abroad. With RULE = capacity, price_min is what a full facility's room is worth in minutes: everybody goes where way and price together are least, which keeps the whole of all ways as short as the room allows; elsewhere counts people of a place for whom there was no room at its main facility. With SERVICE_CHANGES, present_service_id and change_time_min in PLACES_OUT compare with the present. Between cells the outlines are interpolated; places are exact.</source>
      <extracomment>help of servicecatchments</extracomment>
      <translation>Padalija žemę ir gyventojus kiekvienos rūšies paslaugų vietoms pagal kelią kelių tinkle: artimiausiai (įskaitant išvykimo laiką), pagal svorį arba taip, kad jokia vieta nepriimtų daugiau gyventojų, nei telpa. Rūšys, kurias SERVICE_TYPES vadina not_shareable, dalijamos kiekvienos šalies viduje; keliams per sieną pridedama extra_min_abroad. Rūšys su direction = from (greitoji pagalba, gaisrininkai) važiuoja iš paslaugos vietos į vietą.

Kaip skaityti rezultatus: vienos rūšies traukos zonos neturi bendros žemės ir nepalieka nieko, kas pasiekiama. population yra suma pagal vietas, gyvenantys arčiausiai, o ne naudotojai; per visas paslaugų vietas ir vietas be jų ji sudaro visus. crosses_border yra 1, kai traukos zona turi gyventojų ar žemės užsienyje. Su RULE = capacity price_min yra pilnos paslaugos vietos laisvos vietos vertė minutėmis: kiekvienas vyksta ten, kur kelias ir kaina kartu mažiausi, ir taip visų kelių suma yra tokia maža, kiek leidžia pajėgumas; elsewhere skaičiuoja vietos gyventojus, kuriems pagrindinėje paslaugos vietoje neužteko vietos. Su SERVICE_CHANGES present_service_id ir change_time_min sluoksnyje PLACES_OUT lygina su dabartimi. Tarp langelių kontūrai interpoliuoti; vietos tikslios.</translation>
    </message>
    <message>
      <source>Division</source>
      <extracomment>RULE of servicecatchments</extracomment>
      <translation>Padalijimas</translation>
    </message>
    <message>
      <source>nearest: the shortest way. weight: the way divided by WEIGHT_FIELD is least. capacity: no facility takes more people than it has room for: CAPACITY_FIELD times people_per_capacity of SERVICE_TYPES.</source>
      <extracomment>help of RULE of servicecatchments</extracomment>
      <translation>nearest: trumpiausias kelias. weight: mažiausias kelias, padalytas iš WEIGHT_FIELD. capacity: jokia vieta nepriima daugiau gyventojų, nei telpa: CAPACITY_FIELD kart people_per_capacity lentelėje SERVICE_TYPES.</translation>
    </message>
    <message>
      <source>Weight</source>
      <extracomment>WEIGHT_FIELD of servicecatchments</extracomment>
      <translation>Svoris</translation>
    </message>
    <message>
      <source>Attractiveness, above 0: to a facility of weight 2 people go twice as far.</source>
      <extracomment>help of WEIGHT_FIELD of servicecatchments</extracomment>
      <translation>Patrauklumas, didesnis už 0: į vietą su svoriu 2 žmonės važiuoja dvigubai toliau.</translation>
    </message>
    <message>
      <source>A row for each service, with its area, people by country and whether it crosses the border.</source>
      <extracomment>help of OUTPUT of servicecatchments</extracomment>
      <translation>Eilutė kiekvienai paslaugai su jos plotu, gyventojais pagal šalis ir tuo, ar ji kerta sieną.</translation>
    </message>
    <message>
      <source>Places and their facilities</source>
      <extracomment>PLACES_OUT of servicecatchments</extracomment>
      <translation>Vietos ir jų paslaugų vietos</translation>
    </message>
    <message>
      <source>A row for each place and type, with the facility of most of its people.</source>
      <extracomment>help of PLACES_OUT of servicecatchments</extracomment>
      <translation>Eilutė kiekvienai vietai ir rūšiai su paslaugos vieta, tenkančia daugumai jos gyventojų.</translation>
    </message>
    <message>
      <source>Service inventory</source>
      <extracomment>title of serviceinventory</extracomment>
      <translation>Paslaugų inventorius</translation>
    </message>
    <message>
      <source>What services parishes, municipalities or zones have, lack, and reach across the border.</source>
      <extracomment>summary of serviceinventory</extracomment>
      <translation>Kokias paslaugas pagastai, savivaldybės ar zonos turi, kokių trūksta ir kokias pasiekia per sieną.</translation>
    </message>
    <message>
      <source>Counts the services in each zone by type, and says how near they are to its people: at home, and across the border.

How to read the results, for each type: n_ is the number in the zone; per_10k_ the number for 10,000 people of the type's own demand (demand_field in SERVICE_TYPES); within_ and within_pct_ the people within the norm of their own country and settlement (NORMS, else the threshold) of one at home; across_ those who are not, but are of one across the border: reachable, which is not the same as shared; nearest_min_ and nearest_abroad_min_ the mean minutes of the people; index_ the minutes to the nearest of any country against the surrounding region (100). reach_ says here, near (none here, but most people have one within the norm at home), across (not so, but most have one across the border: reachable, not shared), missing, or nobody (nobody lives there). n_deficit counts the types for which the zone lies DEFICIT times further than the surrounding region: with half of the types or more it reads as an inner periphery (after ESPON PROFECY). SUMMARY adds up by type and theme, warns where the two countries' data are not equally complete, and ends with sentences to paste. change_ is the result with SERVICE_CHANGES less the present.

Limits: a service counts where its point lies, and only if the data has it; people are residents. Where the data ends within reach, services beyond it are missed.</source>
      <extracomment>help of serviceinventory</extracomment>
      <translation>Suskaičiuoja paslaugas kiekvienoje zonoje pagal rūšis ir pasako, kaip arti jos gyventojų jos yra: savo šalyje ir kitapus sienos.

Kaip skaityti rezultatus kiekvienai rūšiai: n_ yra skaičius zonoje; per_10k_ – skaičius 10 000 gyventojų pagal pačios rūšies paklausą (demand_field lentelėje SERVICE_TYPES); within_ ir within_pct_ – gyventojai, kuriems paslauga savo šalyje yra jų šalies ir gyvenvietės tipo normos ribose (NORMS, kitaip slenkstinė vertė); across_ – tie, kuriems ne, bet kitapus sienos yra: pasiekiama, o tai nėra tas pats, kas bendra; nearest_min_ ir nearest_abroad_min_ – gyventojų vidutinės minutės; index_ – minutės iki bet kurios šalies artimiausios, palyginti su aplinkiniu regionu (100). reach_ sako here, near (čia nėra, bet dauguma turi normos ribose savo šalyje), across (taip nėra, bet dauguma turi kitapus sienos: pasiekiama, ne bendra), missing arba nobody (ten niekas negyvena). n_deficit skaičiuoja rūšis, kurių atžvilgiu zona yra DEFICIT kartų toliau nei aplinkinis regionas: kai jų pusė ar daugiau, zona skaitoma kaip vidinė periferija (pagal ESPON PROFECY). SUMMARY sudeda pagal rūšis ir temas, įspėja, kai abiejų šalių duomenys nevienodai pilni, ir baigiasi sakiniais, kuriuos galima įklijuoti. change_ yra rezultatas su SERVICE_CHANGES, atėmus dabartinį.

Ribojimai: paslauga skaičiuojama ten, kur yra jos taškas, ir tik jei ji yra duomenyse; gyventojai yra nuolatiniai. Kur duomenys baigiasi pasiekiamu atstumu, paslaugos už jų praleidžiamos.</translation>
    </message>
    <message>
      <source>For types without a norm and without threshold_min in SERVICE_TYPES.</source>
      <extracomment>help of THRESHOLD of serviceinventory</extracomment>
      <translation>Rūšims be normos ir be threshold_min lentelėje SERVICE_TYPES.</translation>
    </message>
    <message>
      <source>Surrounding region (km)</source>
      <extracomment>SURROUNDING of serviceinventory</extracomment>
      <translation>Aplinkinis regionas (km)</translation>
    </message>
    <message>
      <source>Zones whose people live this near on average, the zone itself among them; each counts once.</source>
      <extracomment>help of SURROUNDING of serviceinventory</extracomment>
      <translation>Zonos, kurių gyventojai vidutiniškai gyvena taip arti, įskaitant pačią zoną; kiekviena skaičiuojama vieną kartą.</translation>
    </message>
    <message>
      <source>Deficit (times the surrounding region)</source>
      <extracomment>DEFICIT of serviceinventory</extracomment>
      <translation>Trūkumas (kartai, palyginti su aplinkiniu regionu)</translation>
    </message>
    <message>
      <source>A zone with mean minutes so many times those of the surrounding region is in deficit.</source>
      <extracomment>help of DEFICIT of serviceinventory</extracomment>
      <translation>Zona, kurios vidutinės minutės tiek kartų didesnės nei aplinkinio regiono, stokoja.</translation>
    </message>
    <message>
      <source>Zones with their services</source>
      <extracomment>OUTPUT of serviceinventory</extracomment>
      <translation>Zonos su jų paslaugomis</translation>
    </message>
    <message>
      <source>The zones, with each type.</source>
      <extracomment>help of OUTPUT of serviceinventory</extracomment>
      <translation>Zonos su kiekviena rūšimi.</translation>
    </message>
    <message>
      <source>Numbers by type, theme and country, and the finding in words in three languages.</source>
      <extracomment>help of SUMMARY of serviceinventory</extracomment>
      <translation>Skaičiai pagal rūšis, temas ir šalis bei išvada žodžiais trimis kalbomis.</translation>
    </message>
    <message>
      <source>6 Territory</source>
      <extracomment>group of algorithms</extracomment>
      <translation>6 Teritorija</translation>
    </message>
    <message>
      <source>Action plan</source>
      <extracomment>title of actionplan</extracomment>
      <translation>Veiksmų planas</translation>
    </message>
    <message>
      <source>An action plan looked through: status, distance to target, money, what does not fit.</source>
      <extracomment>summary of actionplan</extracomment>
      <translation>Peržiūrėtas veiksmų planas: būsena, atstumas iki tikslo, pinigai ir kas nedera.</translation>
    </message>
    <message>
      <source>Reads a plan as planners keep it, a row an action (or goal, priority, task) with the code of its parent; links its indicators to figures, given or computed from the results of other algorithms; and gives the status of each row on a day, the distance to target, a timeline, the budget by year, source and organisation, and all that does not fit together.

How to read the results: progress_pct is the way from baseline to target that has been gone, expected_pct the share of the time that has passed. status: reached; on_track and behind (progress against time); overdue (time is over, target is not reached); not_started; no_figure (under way or over, but no value is known); no_dates; inconsistent (ends before it starts); group (a row above others). remarks name what does not fit. Money of rows above others is not counted again (budget_counted); without columns budget_&lt;year&gt; it is spread evenly over the days of the action, which is an assumption. An organisation that takes part need not pay: the two sums of money are not to be added up. Who pays and who agrees are for people to fill in.</source>
      <extracomment>help of actionplan</extracomment>
      <translation>Perskaito planą tokį, kokį jį tvarko planuotojai: eilutė kiekvienam veiksmui (arba tikslui, prioritetui, uždaviniui) su jo aukštesnės eilutės kodu; susieja jo rodiklius su skaičiais, nurodytais arba apskaičiuotais iš kitų algoritmų rezultatų; ir pateikia kiekvienos eilutės būseną tam tikrą dieną, atstumą iki tikslo, laiko grafiką, biudžetą pagal metus, šaltinius ir organizacijas bei viską, kas nedera.

Kaip skaityti rezultatus: progress_pct yra nueitas kelias nuo pradinės reikšmės iki tikslo, expected_pct – praėjusio laiko dalis. status: reached; on_track ir behind (pažanga palyginti su laiku); overdue (laikas baigėsi, tikslas nepasiektas); not_started; no_figure (vyksta arba baigėsi, bet reikšmė nežinoma); no_dates; inconsistent (baigiasi prieš prasidėdamas); group (eilutė virš kitų). remarks įvardija, kas nedera. Eilučių virš kitų pinigai dar kartą neskaičiuojami (budget_counted); be stulpelių budget_&lt;year&gt; jie tolygiai paskirstomi veiksmo dienoms, o tai yra prielaida. Dalyvaujanti organizacija nebūtinai moka: abiejų pinigų sumų sudėti negalima. Kas moka ir kas sutinka, pildo žmonės.</translation>
    </message>
    <message>
      <source>Results of other algorithms</source>
      <extracomment>RESULTS of actionplan</extracomment>
      <translation>Kitų algoritmų rezultatai</translation>
    </message>
    <message>
      <source>Layers that INDICATORS names, by their name or as sharedserviceareas.AREAS.</source>
      <extracomment>help of RESULTS of actionplan</extracomment>
      <translation>Sluoksniai, kuriuos įvardija INDICATORS, pagal pavadinimą arba kaip sharedserviceareas.AREAS.</translation>
    </message>
    <message>
      <source>Date of the status</source>
      <extracomment>DATE of actionplan</extracomment>
      <translation>Būsenos data</translation>
    </message>
    <message>
      <source>As 2026-06-30. Empty: today; results then change.</source>
      <extracomment>help of DATE of actionplan</extracomment>
      <translation>Kaip 2026-06-30. Tuščia: šiandien; rezultatai tada keičiasi.</translation>
    </message>
    <message>
      <source>Of words in files.</source>
      <extracomment>help of LANGUAGE of actionplan</extracomment>
      <translation>Žodžių failuose.</translation>
    </message>
    <message>
      <source>Plan</source>
      <extracomment>OUTPUT of actionplan</extracomment>
      <translation>Planas</translation>
    </message>
    <message>
      <source>The rows with status and distance to target.</source>
      <extracomment>help of OUTPUT of actionplan</extracomment>
      <translation>Eilutės su būsena ir atstumu iki tikslo.</translation>
    </message>
    <message>
      <source>Budget</source>
      <extracomment>BUDGET of actionplan</extracomment>
      <translation>Biudžetas</translation>
    </message>
    <message>
      <source>Money by action, year and source.</source>
      <extracomment>help of BUDGET of actionplan</extracomment>
      <translation>Pinigai pagal veiksmus, metus ir šaltinius.</translation>
    </message>
    <message>
      <source>What does not fit</source>
      <extracomment>ISSUES of actionplan</extracomment>
      <translation>Kas nedera</translation>
    </message>
    <message>
      <source>A row for each inconsistency.</source>
      <extracomment>help of ISSUES of actionplan</extracomment>
      <translation>Eilutė kiekvienam neatitikimui.</translation>
    </message>
    <message>
      <source>Timeline</source>
      <extracomment>TIMELINE of actionplan</extracomment>
      <translation>Laiko grafikas</translation>
    </message>
    <message>
      <source>A Gantt chart, to print.</source>
      <extracomment>help of TIMELINE of actionplan</extracomment>
      <translation>Ganto diagrama, spausdinti.</translation>
    </message>
    <message>
      <source>Status, timeline, distance to target, budget, inconsistencies.</source>
      <extracomment>help of REPORT of actionplan</extracomment>
      <translation>Būsena, laiko grafikas, atstumas iki tikslo, biudžetas, neatitikimai.</translation>
    </message>
    <message>
      <source>Priorities</source>
      <extracomment>title of priorities</extracomment>
      <translation>Prioritetai</translation>
    </message>
    <message>
      <source>Zones, services or project ideas in the order of several criteria, and how sure that is.</source>
      <extracomment>summary of priorities</extracomment>
      <translation>Zonos, paslaugos ar projektų idėjos kelių kriterijų tvarka ir kiek ji tikra.</translation>
    </message>
    <message>
      <source>Ranks candidates by criteria with weights: fields of their layer (also results of other algorithms), or what layers say of them, such as the share of a municipality under a flood or the distance to the coast. The weights are then drawn again and again around those given, and each candidate gets the range of its ranks. A CHAIN of challenges, priorities, directions and tasks comes back with where the evidence of each is strongest.

How to read the results: rank 1 is first; rank_low to rank_high holds in 90 % of the draws, and candidates whose ranges overlap are not told apart by these criteria. share_first is the share of draws in which one was first. SENSITIVITY holds the ranks by the other methods, and without each criterion. weighted_sum: values from 0 to 1 times their weight; topsis: nearness to the best of all; promethee: how often one is preferred (thresholds indifference and preference in units of the criterion). A candidate without a value is not ranked; its status says which is missing. Ranks are evidence for a decision, not the decision: weights are opinions, and criteria that measure the same thing twice count it twice.</source>
      <extracomment>help of priorities</extracomment>
      <translation>Surikiuoja kandidatus pagal kriterijus su svoriais: jų sluoksnio laukus (ir kitų algoritmų rezultatus) arba tai, ką apie juos sako sluoksniai, pavyzdžiui, užliejama savivaldybės dalis ar atstumas iki pakrantės. Paskui svoriai daug kartų traukiami aplink nurodytus, ir kiekvienas kandidatas gauna savo vietų intervalą. Iššūkių, prioritetų, krypčių ir uždavinių CHAIN grįžta su tuo, kur kiekvieno įrodymai stipriausi.

Kaip skaityti rezultatus: rank 1 yra pirmas; nuo rank_low iki rank_high galioja 90 % traukimų, ir kandidatų, kurių intervalai persidengia, šie kriterijai neatskiria. share_first yra traukimų dalis, kurioje jis buvo pirmas. SENSITIVITY turi vietas pagal kitus metodus ir be kiekvieno kriterijaus. weighted_sum: reikšmės nuo 0 iki 1 kart jų svoris; topsis: artumas geriausiam iš visų; promethee: kaip dažnai teikiama pirmenybė (slenksčiai indifference ir preference kriterijaus vienetais). Kandidatas be reikšmės nerikiuojamas; jo status sako, kurios trūksta. Vietos yra įrodymas sprendimui, o ne sprendimas: svoriai yra nuomonės, o kriterijai, tą patį matuojantys du kartus, skaičiuoja jį du kartus.</translation>
    </message>
    <message>
      <source>Candidates</source>
      <extracomment>CANDIDATES of priorities</extracomment>
      <translation>Kandidatai</translation>
    </message>
    <message>
      <source>Zones, services or project ideas; a table will do.</source>
      <extracomment>help of CANDIDATES of priorities</extracomment>
      <translation>Zonos, paslaugos ar projektų idėjos; tinka ir lentelė.</translation>
    </message>
    <message>
      <source>Name of the candidates</source>
      <extracomment>CANDIDATE_NAME_FIELD of priorities</extracomment>
      <translation>Kandidatų pavadinimas</translation>
    </message>
    <message>
      <source>Empty: their ids.</source>
      <extracomment>help of CANDIDATE_NAME_FIELD of priorities</extracomment>
      <translation>Tuščia: jų identifikatoriai.</translation>
    </message>
    <message>
      <source>Method</source>
      <extracomment>METHOD of priorities</extracomment>
      <translation>Metodas</translation>
    </message>
    <message>
      <source>The others stand in SENSITIVITY.</source>
      <extracomment>help of METHOD of priorities</extracomment>
      <translation>Kiti yra išvestyje SENSITIVITY.</translation>
    </message>
    <message>
      <source>Spread of weights</source>
      <extracomment>SPREAD of priorities</extracomment>
      <translation>Svorių sklaida</translation>
    </message>
    <message>
      <source>0.5: each weight is drawn between half and one and a half times its value.</source>
      <extracomment>help of SPREAD of priorities</extracomment>
      <translation>0.5: kiekvienas svoris traukiamas tarp pusės ir pusantros jo reikšmės.</translation>
    </message>
    <message>
      <source>Draws</source>
      <extracomment>DRAWS of priorities</extracomment>
      <translation>Traukimai</translation>
    </message>
    <message>
      <source>How often weights are drawn.</source>
      <extracomment>help of DRAWS of priorities</extracomment>
      <translation>Kiek kartų traukiami svoriai.</translation>
    </message>
    <message>
      <source>Seed</source>
      <extracomment>SEED of priorities</extracomment>
      <translation>Sėkla</translation>
    </message>
    <message>
      <source>The same seed draws the same weights.</source>
      <extracomment>help of SEED of priorities</extracomment>
      <translation>Ta pati sėkla ištraukia tuos pačius svorius.</translation>
    </message>
    <message>
      <source>Candidates in order</source>
      <extracomment>OUTPUT of priorities</extracomment>
      <translation>Kandidatai iš eilės</translation>
    </message>
    <message>
      <source>The candidates with score, rank, its range and its reason in three languages.</source>
      <extracomment>help of OUTPUT of priorities</extracomment>
      <translation>Kandidatai su įverčiu, vieta, jos intervalu ir pagrindimu trimis kalbomis.</translation>
    </message>
    <message>
      <source>Ranks by other methods and without each criterion.</source>
      <extracomment>help of SENSITIVITY of priorities</extracomment>
      <translation>Vietos pagal kitus metodus ir be kiekvieno kriterijaus.</translation>
    </message>
    <message>
      <source>Chain with its evidence</source>
      <extracomment>CHAIN_OUT of priorities</extracomment>
      <translation>Grandinė su įrodymais</translation>
    </message>
    <message>
      <source>The rows of CHAIN in their order, with the candidates that lead by their criteria.</source>
      <extracomment>help of CHAIN_OUT of priorities</extracomment>
      <translation>CHAIN eilutės jų tvarka su kandidatais, pirmaujančiais pagal jų kriterijus.</translation>
    </message>
    <message>
      <source>Smart specialisation</source>
      <extracomment>title of specialisation</extracomment>
      <translation>Sumanioji specializacija</translation>
    </message>
    <message>
      <source>What zones are strong in, what became of it, and who across the border is alike.</source>
      <extracomment>summary of specialisation</extracomment>
      <translation>Kuo zonos stiprios, kas iš to išėjo ir kas kitapus sienos panašus.</translation>
    </message>
    <message>
      <source>From jobs by sector: location quotients, shift-share, stars and classes of each sector (and of each domain of specialisation, where DOMAINS groups sectors), concentration of each zone, pairs across the border, and a guideline sheet for each municipality. NACE sections that contain each other (B-E and C, TOTAL) are taken apart, not added up.

How to read the results: lq above 1 means a larger share of jobs than in the reference; lq_lowest and lq_highest are those of all years. national_share, industry_mix and regional_shift add up to the change in jobs; competitive and allocation (Esteban-Marquillas) to regional_shift. class: growing_strength, threatened_strength (lq of 1 or more, jobs growing or falling), emerging and weak (below 1), too_small. Stars: size (top tenth of zones, from 10 zones on), specialisation (lq of 2 or more), growth (top fifth, from 5 zones on); stars_possible says how many could be given. relatedness_density needs 10 zones. Fewer than 50 jobs are hidden. confidence is low where rounding matters, figures jump by a quarter between years, or lq is not on one side of 1 in all years: look at confidence_reason. Quotients on a few regions, against their own sum, are a first look and not smart specialisation; NACE does not show bioeconomy or blue economy: edit DOMAINS, ask firms. common and only_a, only_b in PAIRS are where cooperation could start, not where it exists.</source>
      <extracomment>help of specialisation</extracomment>
      <translation>Iš darbo vietų pagal sektorius: lokalizacijos koeficientai, poslinkių ir dalių analizė (shift-share), žvaigždės ir klasės kiekvienam sektoriui (ir kiekvienai specializacijos sričiai, kai DOMAINS sektorius grupuoja), kiekvienos zonos koncentracija, poros per sieną ir gairių lapas kiekvienai savivaldybei. NACE sekcijos, apimančios viena kitą (B-E ir C, TOTAL), išskiriamos, o ne sudedamos.

Kaip skaityti rezultatus: lq virš 1 reiškia didesnę darbo vietų dalį nei palyginamojoje teritorijoje; lq_lowest ir lq_highest yra visų metų. national_share, industry_mix ir regional_shift kartu sudaro darbo vietų pokytį; competitive ir allocation (Esteban-Marquillas) sudaro regional_shift. class: growing_strength, threatened_strength (lq ne mažiau kaip 1, darbo vietų daugėja arba mažėja), emerging ir weak (mažiau kaip 1), too_small. Žvaigždės: size (viršutinė dešimtoji zonų dalis, nuo 10 zonų), specialisation (lq ne mažiau kaip 2), growth (viršutinė penktoji dalis, nuo 5 zonų); stars_possible sako, kiek jų buvo galima suteikti. relatedness_density reikia 10 zonų. Mažiau nei 50 darbo vietų paslepiama. confidence yra low, kai svarbus apvalinimas, skaičiai tarp metų šokteli ketvirtadaliu arba lq ne visais metais yra vienoje 1 pusėje: žiūrėkite confidence_reason. Kelių regionų koeficientai palyginti su jų pačių suma yra pirmas žvilgsnis, o ne sumanioji specializacija; NACE nerodo nei bioekonomikos, nei mėlynosios ekonomikos: pataisykite DOMAINS, klauskite įmonių. common ir only_a, only_b lentelėje PAIRS yra tai, kur bendradarbiavimas galėtų prasidėti, o ne kur jis yra.</translation>
    </message>
    <message>
      <source>Municipalities, parishes or regions.</source>
      <extracomment>help of ZONES of specialisation</extracomment>
      <translation>Savivaldybės, pagastai arba regionai.</translation>
    </message>
    <message>
      <source>Code of the zones</source>
      <extracomment>ZONE_ID of specialisation</extracomment>
      <translation>Zonų kodas</translation>
    </message>
    <message>
      <source>Unique. Tables are joined by it as text: leading zeros count.</source>
      <extracomment>help of ZONE_ID of specialisation</extracomment>
      <translation>Unikalus. Lentelės pagal jį jungiamos kaip tekstas: nuliai pradžioje svarbūs.</translation>
    </message>
    <message>
      <source>Empty: the code.</source>
      <extracomment>help of ZONE_NAME_FIELD of specialisation</extracomment>
      <translation>Tuščia: kodas.</translation>
    </message>
    <message>
      <source>ISO 3166-1 alpha-2, such as LV and LT. Empty: nothing is said across the border.</source>
      <extracomment>help of ZONE_COUNTRY_FIELD of specialisation</extracomment>
      <translation>ISO 3166-1 alpha-2, pavyzdžiui, LV ir LT. Tuščia: apie kitapus sienos nieko nesakoma.</translation>
    </message>
    <message>
      <source>Reference</source>
      <extracomment>REFERENCE of specialisation</extracomment>
      <translation>Palyginamoji teritorija</translation>
    </message>
    <message>
      <source>Its code in JOBS. Empty: the sum of the zones.</source>
      <extracomment>help of REFERENCE of specialisation</extracomment>
      <translation>Jos kodas lentelėje JOBS. Tuščia: zonų suma.</translation>
    </message>
    <message>
      <source>Columns from, to, weight and, where known, year: as in territorial trends.</source>
      <extracomment>help of CODE_CHANGES of specialisation</extracomment>
      <translation>Stulpeliai from, to, weight ir, kur žinoma, year: kaip teritorinės raidos tendencijose.</translation>
    </message>
    <message>
      <source>Each gets a guideline sheet, with the figures of its zone. Empty: each zone does.</source>
      <extracomment>help of MUNICIPALITIES of specialisation</extracomment>
      <translation>Kiekviena gauna gairių lapą su savo zonos skaičiais. Tuščia: kiekviena zona.</translation>
    </message>
    <message>
      <source>Specialisation</source>
      <extracomment>OUTPUT of specialisation</extracomment>
      <translation>Specializacija</translation>
    </message>
    <message>
      <source>A row for each zone and sector, and each domain.</source>
      <extracomment>help of OUTPUT of specialisation</extracomment>
      <translation>Eilutė kiekvienai zonai ir sektoriui bei kiekvienai sričiai.</translation>
    </message>
    <message>
      <source>The zones, what they are strong in.</source>
      <extracomment>help of ZONES_OUT of specialisation</extracomment>
      <translation>Zonos ir kuo jos stiprios.</translation>
    </message>
    <message>
      <source>Pairs across the border</source>
      <extracomment>PAIRS of specialisation</extracomment>
      <translation>Poros per sieną</translation>
    </message>
    <message>
      <source>Zones of two countries: how alike, what is common, what complements.</source>
      <extracomment>help of PAIRS of specialisation</extracomment>
      <translation>Dviejų šalių zonos: kiek panašios, kas bendra, kas papildo.</translation>
    </message>
    <message>
      <source>Guidelines</source>
      <extracomment>GUIDELINES_TABLE of specialisation</extracomment>
      <translation>Gairės</translation>
    </message>
    <message>
      <source>A row a point, in three languages.</source>
      <extracomment>help of GUIDELINES_TABLE of specialisation</extracomment>
      <translation>Po eilutę kiekvienam punktui, trimis kalbomis.</translation>
    </message>
    <message>
      <source>Guideline sheets</source>
      <extracomment>GUIDELINES of specialisation</extracomment>
      <translation>Gairių lapai</translation>
    </message>
    <message>
      <source>A sheet a municipality, to print.</source>
      <extracomment>help of GUIDELINES of specialisation</extracomment>
      <translation>Po lapą savivaldybei, spausdinti.</translation>
    </message>
    <message>
      <source>Territorial trends</source>
      <extracomment>title of territorialtrends</extracomment>
      <translation>Teritorinės raidos tendencijos</translation>
    </message>
    <message>
      <source>How zones change: people, age, movement, density, against others and across the border.</source>
      <extracomment>summary of territorialtrends</extracomment>
      <translation>Kaip zonos keičiasi: gyventojai, amžius, judėjimas, tankis, palyginti su kitomis ir kitapus sienos.</translation>
    </message>
    <message>
      <source>From a table of observations: change, growth a year, ageing and dependency, density, Webb's types of population change, breaks in a series, and the difference from the reference region and from the neighbours across the border. Exports of statistical offices are read as they are: title and notes, semicolons, decimal commas, Windows-1257, … - : for missing values, years side by side.

How to read the results: growth_pct_year is compound, between first_date and last_date. vs_reference and vs_abroad are percentage points a year, above 0 where the zone fared better; vs_abroad compares with the zones that touch it across the border, taken together. Indicators called population, pop_0_14, pop_15_64, pop_65, births, deaths, natural_change and net_migration are known; ages are put into those groups. Populations stand at the beginning of their year. Webb: a and b grow mainly by births, c and d by migration; e and f shrink mainly by deaths, g and h by migration; without net_migration it is what births and deaths leave unexplained, so that a moved boundary looks like migration (migration_basis says residual). break_years: a flag of the office, or a jump found in the series; growth across a break means little. People are rounded to 10, fewer than 20 are hidden, so figures may not add up. Zones of unequal boundaries in time need CODE_CHANGES.</source>
      <extracomment>help of territorialtrends</extracomment>
      <translation>Iš stebėjimų lentelės: pokytis, augimas per metus, senėjimas ir demografinė našta, tankis, Webb gyventojų kaitos tipai, eilutės lūžiai ir skirtumas nuo palyginamojo regiono bei nuo kaimynų kitapus sienos. Statistikos įstaigų failai skaitomi, kokie yra: antraštė ir pastabos, kabliataškiai, dešimtainiai kableliai, Windows-1257, … - : trūkstamoms reikšmėms, metai greta.

Kaip skaityti rezultatus: growth_pct_year yra sudėtinis augimas tarp first_date ir last_date. vs_reference ir vs_abroad yra procentiniai punktai per metus, virš 0, kai zonai sekėsi geriau; vs_abroad lygina su zonomis, kurios liečiasi su ja per sieną, kartu. Žinomi rodikliai population, pop_0_14, pop_15_64, pop_65, births, deaths, natural_change ir net_migration; amžiai sudedami į šias grupes. Gyventojų skaičius yra metų pradžioje. Webb: a ir b auga daugiausia dėl gimimų, c ir d – dėl migracijos; e ir f mažėja daugiausia dėl mirčių, g ir h – dėl migracijos; be net_migration tai yra, ko gimimai ir mirtys nepaaiškina, todėl perkelta riba atrodo kaip migracija (migration_basis sako residual). break_years: įstaigos žyma arba eilutėje rastas šuolis; augimas per lūžį mažai ką reiškia. Gyventojai apvalinami iki 10, mažiau nei 20 paslepiama, todėl skaičiai gali nesusidėti. Zonoms, kurių ribos laikui bėgant nevienodos, reikia CODE_CHANGES.</translation>
    </message>
    <message>
      <source>Reference region</source>
      <extracomment>REFERENCE of territorialtrends</extracomment>
      <translation>Palyginamasis regionas</translation>
    </message>
    <message>
      <source>Its code in the observations. Empty: the sum of the zones of the layer.</source>
      <extracomment>help of REFERENCE of territorialtrends</extracomment>
      <translation>Jo kodas stebėjimuose. Tuščia: sluoksnio zonų suma.</translation>
    </message>
    <message>
      <source>From year</source>
      <extracomment>FROM_YEAR of territorialtrends</extracomment>
      <translation>Nuo metų</translation>
    </message>
    <message>
      <source>Empty: the first most have.</source>
      <extracomment>help of FROM_YEAR of territorialtrends</extracomment>
      <translation>Tuščia: pirmieji, kuriuos turi dauguma.</translation>
    </message>
    <message>
      <source>To year</source>
      <extracomment>TO_YEAR of territorialtrends</extracomment>
      <translation>Iki metų</translation>
    </message>
    <message>
      <source>Empty: the last most have.</source>
      <extracomment>help of TO_YEAR of territorialtrends</extracomment>
      <translation>Tuščia: paskutiniai, kuriuos turi dauguma.</translation>
    </message>
    <message>
      <source>Trends of zones</source>
      <extracomment>OUTPUT of territorialtrends</extracomment>
      <translation>Zonų tendencijos</translation>
    </message>
    <message>
      <source>The zones with their trends.</source>
      <extracomment>help of OUTPUT of territorialtrends</extracomment>
      <translation>Zonos su jų tendencijomis.</translation>
    </message>
    <message>
      <source>Trends by indicator</source>
      <extracomment>SUMMARY of territorialtrends</extracomment>
      <translation>Tendencijos pagal rodiklius</translation>
    </message>
    <message>
      <source>A row for each indicator and zone.</source>
      <extracomment>help of SUMMARY of territorialtrends</extracomment>
      <translation>Eilutė kiekvienam rodikliui ir zonai.</translation>
    </message>
    <message>
      <source>What did not match</source>
      <extracomment>UNMATCHED of territorialtrends</extracomment>
      <translation>Kas nesutapo</translation>
    </message>
    <message>
      <source>Codes without a partner, and why.</source>
      <extracomment>help of UNMATCHED of territorialtrends</extracomment>
      <translation>Kodai be poros ir priežastis.</translation>
    </message>
    <message>
      <source>Small multiples</source>
      <extracomment>PLOTS of territorialtrends</extracomment>
      <translation>Maži grafikai</translation>
    </message>
    <message>
      <source>A small plot a zone, to print.</source>
      <extracomment>help of PLOTS of territorialtrends</extracomment>
      <translation>Po mažą grafiką zonai, spausdinti.</translation>
    </message>
    <message>
      <source>What was found, in words and plots.</source>
      <extracomment>help of REPORT of territorialtrends</extracomment>
      <translation>Kas rasta, žodžiais ir grafikais.</translation>
    </message>
    <message>
      <source>5 Zones</source>
      <extracomment>group of algorithms</extracomment>
      <translation>5 Zonos</translation>
    </message>
    <message>
      <source>Functional zones</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Funkcinės zonos</translation>
    </message>
    <message>
      <source>Candidate functional zones across the border, and what they would be without crossing it.</source>
      <extracomment>summary of functionalzones</extracomment>
      <translation>Galimos funkcinės zonos per sieną ir kokios jos būtų jos nekirtus.</translation>
    </message>
    <message>
      <source>Puts zones together that belong together, by one of six methods. functional_rural: from drive times alone (centres, their pull, least size); needs NETWORK and PLACES. The others need FLOWS between zones, or between PLACES, which are added up: ttwa (self-contained areas of Coombes and Bond), fua (a city and what sends it enough), intramax (merging the strongest ties), dominant_flow (everyone follows the largest flow), louvain (communities, with a seed). Each is computed with the border as ALLOW_CROSS_BORDER says and without crossing it.

How to read the results: these are candidate zones. A functional zone in law is what councils agree on; give such zones as COMPARE_WITH (adjusted Rand index: 1 the same, 0 chance). zone_id is made of the core's id and lasts while the core does; zone_id_apart is the zone without crossing; changed says that the two differ for this unit. role is core, member, alone (a zone of its own) or urban (inside FUA). self_containment is the smaller share of flows that stay, counted from the flows. Limits: zones at the edge of the data look more self-contained than they are; zones from modelled flows say what size and distance would bring about, and confirm nothing; without FUA, functional_rural is the all-territory variant, in which large cities take rural centres in.</source>
      <extracomment>help of functionalzones</extracomment>
      <translation>Sudeda zonas, kurios priklauso kartu, vienu iš šešių metodų. functional_rural: tik iš kelionės laiko (centrai, jų trauka, mažiausias dydis); reikia NETWORK ir PLACES. Kitiems reikia FLOWS tarp zonų arba tarp PLACES, kurie sudedami: ttwa (Coombes ir Bond savarankiškos teritorijos), fua (miestas ir kas jam siunčia pakankamai), intramax (jungiami stipriausi ryšiai), dominant_flow (kiekvienas seka didžiausią srautą), louvain (bendruomenės, su sėkla). Kiekvienas skaičiuojamas su siena, kaip nurodo ALLOW_CROSS_BORDER, ir jos nekertant.

Kaip skaityti rezultatus: tai galimos zonos. Funkcinė zona teisės prasme yra tai, dėl ko susitaria savivaldybės; nurodykite tokias zonas kaip COMPARE_WITH (pataisytas Rand indeksas: 1 – tas pats, 0 – atsitiktinumas). zone_id sudarytas iš branduolio identifikatoriaus ir galioja, kol galioja branduolys; zone_id_apart yra zona nekertant sienos; changed sako, kad šiam vienetui jos skiriasi. role yra core, member, alone (zona viena) arba urban (FUA viduje). self_containment yra mažesnioji pasiliekančių srautų dalis, skaičiuojama iš srautų. Ribojimai: zonos duomenų pakraštyje atrodo savarankiškesnės, nei yra; zonos iš modeliuotų srautų sako, ką sukeltų dydis ir atstumas, ir nieko nepatvirtina; be FUA functional_rural yra visos teritorijos variantas, kuriame dideli miestai įtraukia kaimo centrus.</translation>
    </message>
    <message>
      <source>Municipalities, parishes or elderships of both countries.</source>
      <extracomment>help of ZONES of functionalzones</extracomment>
      <translation>Abiejų šalių savivaldybės, pagastai arba seniūnijos.</translation>
    </message>
    <message>
      <source>Codes: unique, as text with their leading zeros.</source>
      <extracomment>help of ZONE_ID of functionalzones</extracomment>
      <translation>Kodai: unikalūs, kaip tekstas su nuliais pradžioje.</translation>
    </message>
    <message>
      <source>Empty: the country polygon the zone lies in, else that of the places inside.</source>
      <extracomment>help of ZONE_COUNTRY_FIELD of functionalzones</extracomment>
      <translation>Tuščia: šalies poligonas, kuriame yra zona, kitaip viduje esančių vietų šalis.</translation>
    </message>
    <message>
      <source>City that a zone is part of (fua)</source>
      <extracomment>CITY_FIELD of functionalzones</extracomment>
      <translation>Miestas, kurio dalis yra zona (fua)</translation>
    </message>
    <message>
      <source>The name of the city, empty for other zones. Left out: every zone with CITY_SIZE residents is a city.</source>
      <extracomment>help of CITY_FIELD of functionalzones</extracomment>
      <translation>Miesto pavadinimas, kitoms zonoms tuščias. Nenurodžius: kiekviena zona su CITY_SIZE gyventojų yra miestas.</translation>
    </message>
    <message>
      <source>See above.</source>
      <extracomment>help of METHOD of functionalzones</extracomment>
      <translation>Žr. aukščiau.</translation>
    </message>
    <message>
      <source>Functional urban areas (functional_rural)</source>
      <extracomment>FUA of functionalzones</extracomment>
      <translation>Funkcinės miestų teritorijos (functional_rural)</translation>
    </message>
    <message>
      <source>Polygons; their field 'name' names them. Places inside are taken out, and zones most of whose people live inside become urban zones.</source>
      <extracomment>help of FUA of functionalzones</extracomment>
      <translation>Poligonai; jų laukas „name“ juos pavadina. Vietos juose išimamos, o zonos, kurių dauguma gyventojų gyvena juose, tampa miesto zonomis.</translation>
    </message>
    <message>
      <source>Zones to compare with</source>
      <extracomment>COMPARE_WITH of functionalzones</extracomment>
      <translation>Zonos, su kuriomis lyginti</translation>
    </message>
    <message>
      <source>Agreed zones, or any other delineation.</source>
      <extracomment>help of COMPARE_WITH of functionalzones</extracomment>
      <translation>Sutartos zonos arba kitas padalijimas.</translation>
    </message>
    <message>
      <source>Name of the zones to compare with</source>
      <extracomment>COMPARE_FIELD of functionalzones</extracomment>
      <translation>Lyginamų zonų pavadinimas</translation>
    </message>
    <message>
      <source>Zones may cross the border</source>
      <extracomment>ALLOW_CROSS_BORDER of functionalzones</extracomment>
      <translation>Zonos gali kirsti sieną</translation>
    </message>
    <message>
      <source>No: the result itself stays within countries, and the comparison is void.</source>
      <extracomment>help of ALLOW_CROSS_BORDER of functionalzones</extracomment>
      <translation>Ne: pats rezultatas lieka šalių viduje, ir palyginimo nėra.</translation>
    </message>
    <message>
      <source>Least size</source>
      <extracomment>MIN_SIZE of functionalzones</extracomment>
      <translation>Mažiausias dydis</translation>
    </message>
    <message>
      <source>functional_rural: people (empty: 25,000). ttwa: journeys that start in an area (empty: 3,500, which is British).</source>
      <extracomment>help of MIN_SIZE of functionalzones</extracomment>
      <translation>functional_rural: gyventojai (tuščia: 25 000). ttwa: kelionės, prasidedančios teritorijoje (tuščia: 3500, tai britų reikšmė).</translation>
    </message>
    <message>
      <source>Size from which less self-containment is enough (ttwa)</source>
      <extracomment>TARGET_SIZE of functionalzones</extracomment>
      <translation>Dydis, nuo kurio pakanka mažesnės vidinių srautų dalies (ttwa)</translation>
    </message>
    <message>
      <source>Journeys that start in an area.</source>
      <extracomment>help of TARGET_SIZE of functionalzones</extracomment>
      <translation>Kelionės, prasidedančios teritorijoje.</translation>
    </message>
    <message>
      <source>Self-containment of large areas (ttwa)</source>
      <extracomment>MIN_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Didelių teritorijų vidinių srautų dalis (ttwa)</translation>
    </message>
    <message>
      <source>Enough from TARGET_SIZE on.</source>
      <extracomment>help of MIN_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Pakanka nuo TARGET_SIZE.</translation>
    </message>
    <message>
      <source>Self-containment of the smallest areas (ttwa)</source>
      <extracomment>TARGET_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Mažiausių teritorijų vidinių srautų dalis (ttwa)</translation>
    </message>
    <message>
      <source>Needed at MIN_SIZE.</source>
      <extracomment>help of TARGET_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Reikalinga ties MIN_SIZE.</translation>
    </message>
    <message>
      <source>Share that has to go to the city (fua)</source>
      <extracomment>COMMUTING_SHARE of functionalzones</extracomment>
      <translation>Dalis, kuri turi vykti į miestą (fua)</translation>
    </message>
    <message>
      <source>Of all who start in a zone, those who stay included.</source>
      <extracomment>help of COMMUTING_SHARE of functionalzones</extracomment>
      <translation>Iš visų, pradedančių zonoje, įskaitant pasiliekančius.</translation>
    </message>
    <message>
      <source>Residents of a city (fua)</source>
      <extracomment>CITY_SIZE of functionalzones</extracomment>
      <translation>Miesto gyventojai (fua)</translation>
    </message>
    <message>
      <source>Without CITY_FIELD, zones of this size are cities.</source>
      <extracomment>help of CITY_SIZE of functionalzones</extracomment>
      <translation>Be CITY_FIELD tokio dydžio zonos yra miestai.</translation>
    </message>
    <message>
      <source>A centre is the largest within (minutes)</source>
      <extracomment>CENTRE_RADIUS of functionalzones</extracomment>
      <translation>Centras yra didžiausias ribose (minutės)</translation>
    </message>
    <message>
      <source>functional_rural.</source>
      <extracomment>help of CENTRE_RADIUS of functionalzones</extracomment>
      <translation>functional_rural.</translation>
    </message>
    <message>
      <source>Exponent of the time in a centre's pull</source>
      <extracomment>PULL_EXPONENT of functionalzones</extracomment>
      <translation>Laiko laipsnio rodiklis centro traukoje</translation>
    </message>
    <message>
      <source>functional_rural: people over minutes to this power.</source>
      <extracomment>help of PULL_EXPONENT of functionalzones</extracomment>
      <translation>functional_rural: gyventojai, padalyti iš minučių šiuo laipsniu.</translation>
    </message>
    <message>
      <source>Centres nearer than this are one (minutes)</source>
      <extracomment>MERGE_WITHIN of functionalzones</extracomment>
      <translation>Centrai, esantys arčiau nei tiek, yra vienas (minutės)</translation>
    </message>
    <message>
      <source>functional_rural: they merge even if large.</source>
      <extracomment>help of MERGE_WITHIN of functionalzones</extracomment>
      <translation>functional_rural: jie susilieja, net jei dideli.</translation>
    </message>
    <message>
      <source>Centres further apart than this stay apart (minutes)</source>
      <extracomment>MERGE_UP_TO of functionalzones</extracomment>
      <translation>Centrai, esantys toliau nei tiek, lieka atskiri (minutės)</translation>
    </message>
    <message>
      <source>functional_rural: they do not merge even if small.</source>
      <extracomment>help of MERGE_UP_TO of functionalzones</extracomment>
      <translation>functional_rural: jie nesusilieja, net jei maži.</translation>
    </message>
    <message>
      <source>Number of zones (intramax)</source>
      <extracomment>REGIONS_WANTED of functionalzones</extracomment>
      <translation>Zonų skaičius (intramax)</translation>
    </message>
    <message>
      <source>0: before the largest jump in the share of flows within zones.</source>
      <extracomment>help of REGIONS_WANTED of functionalzones</extracomment>
      <translation>0: prieš didžiausią zonų vidinių srautų dalies šuolį.</translation>
    </message>
    <message>
      <source>Resolution (louvain)</source>
      <extracomment>RESOLUTION of functionalzones</extracomment>
      <translation>Raiška (louvain)</translation>
    </message>
    <message>
      <source>Above 1: more and smaller zones.</source>
      <extracomment>help of RESOLUTION of functionalzones</extracomment>
      <translation>Virš 1: daugiau ir mažesnių zonų.</translation>
    </message>
    <message>
      <source>Seed (louvain)</source>
      <extracomment>SEED of functionalzones</extracomment>
      <translation>Sėkla (louvain)</translation>
    </message>
    <message>
      <source>The same seed gives the same zones.</source>
      <extracomment>help of SEED of functionalzones</extracomment>
      <translation>Ta pati sėkla duoda tas pačias zonas.</translation>
    </message>
    <message>
      <source>Zones and where they belong</source>
      <extracomment>ZONES_OUT of functionalzones</extracomment>
      <translation>Zonos ir kam jos priklauso</translation>
    </message>
    <message>
      <source>The zones with their candidate zone, with the border crossed and without.</source>
      <extracomment>help of ZONES_OUT of functionalzones</extracomment>
      <translation>Zonos su jų galima funkcine zona, sieną kertant ir nekertant.</translation>
    </message>
    <message>
      <source>Candidate functional zones</source>
      <extracomment>REGIONS of functionalzones</extracomment>
      <translation>Galimos funkcinės zonos</translation>
    </message>
    <message>
      <source>Dissolved, with core, name, people, self-containment, contiguity and reason.</source>
      <extracomment>help of REGIONS of functionalzones</extracomment>
      <translation>Sujungtos, su branduoliu, pavadinimu, gyventojais, vidinių srautų dalimi, ištisumu ir priežastimi.</translation>
    </message>
    <message>
      <source>Summary</source>
      <extracomment>SUMMARY of functionalzones</extracomment>
      <translation>Suvestinė</translation>
    </message>
    <message>
      <source>Both divisions, their difference, and the comparison with given zones.</source>
      <extracomment>help of SUMMARY of functionalzones</extracomment>
      <translation>Abu padalijimai, jų skirtumas ir palyginimas su nurodytomis zonomis.</translation>
    </message>
    <message>
      <source>Interaction flows</source>
      <extracomment>title of interactionflows</extracomment>
      <translation>Sąveikos srautai</translation>
    </message>
    <message>
      <source>How much places have to do with each other: modelled, and where given, observed flows.</source>
      <extracomment>summary of interactionflows</extracomment>
      <translation>Kiek vietos viena su kita susijusios: modeliuoti ir, kur duoti, stebėti srautai.</translation>
    </message>
    <message>
      <source>Models flows between places from their people and the way between them, under the border in force. gravity: both masses and the way. huff: everybody of a place chooses among all. radiation: a journey ends at the first better chance; no decay to choose. doubly_constrained: as many start and end in each place as live and work there. With OBSERVED flows, gravity is fitted to them by Poisson regression (masses, decay, and the border, where flows across it were observed), and doubly_constrained takes their totals and finds their decay; the log says how well the model fits.

How to read the results: kind tells observed from modelled flows row by row; modelled holds the model's value for observed ones, too. Without OBSERVED, flows are relative: one for every resident, or their number scaled to that. Modelled flows say how much interaction size and distance would bring about. They are possible interaction, nothing that was counted, and no journeys to work. A border delay costs minutes; WILLINGNESS is the share of interaction that language, law and habit leave: an assumption. Compare 1, 0.5 and 0.2. A place that could not be used, or from which none is reached, has one row with its status.</source>
      <extracomment>help of interactionflows</extracomment>
      <translation>Modeliuoja srautus tarp vietų iš jų gyventojų ir kelio tarp jų esant galiojančiai sienai. gravity: abi masės ir kelias. huff: kiekvienas vietos gyventojas renkasi iš visų. radiation: kelionė baigiasi ties pirma geresne galimybe; silpimo rinktis nereikia. doubly_constrained: kiekvienoje vietoje prasideda ir baigiasi tiek, kiek ten gyvena ir dirba. Su OBSERVED srautais gravity jiems priderinamas Puasono regresija (masės, silpimas ir siena, jei srautai per ją stebėti), o doubly_constrained ima jų sumas ir randa jų silpimą; žurnalas sako, kaip gerai modelis tinka.

Kaip skaityti rezultatus: kind kiekvienoje eilutėje skiria stebėtus srautus nuo modeliuotų; modelled laiko modelio reikšmę ir stebėtiems. Be OBSERVED srautai santykiniai: vienas kiekvienam gyventojui arba pagal tai sumažintas jų skaičius. Modeliuoti srautai sako, kiek sąveikos sukeltų dydis ir atstumas. Tai galima sąveika, niekas to neskaičiavo, ir tai nėra kelionės į darbą. Sienos delsa kainuoja minutes; WILLINGNESS yra sąveikos dalis, kurią palieka kalba, teisė ir įpročiai: prielaida. Palyginkite 1, 0,5 ir 0,2. Vieta, kurios nebuvo galima panaudoti arba iš kurios nieko nepasiekta, turi vieną eilutę su savo būsena.</translation>
    </message>
    <message>
      <source>What attracts (jobs, seats)</source>
      <extracomment>ATTRACTION_FIELD of interactionflows</extracomment>
      <translation>Kas traukia (darbo vietos, vietų skaičius)</translation>
    </message>
    <message>
      <source>Empty: the population.</source>
      <extracomment>help of ATTRACTION_FIELD of interactionflows</extracomment>
      <translation>Tuščia: gyventojų skaičius.</translation>
    </message>
    <message>
      <source>How flows come about. radiation needs no decay.</source>
      <extracomment>help of MODEL of interactionflows</extracomment>
      <translation>Kaip atsiranda srautai. radiation silpimo nereikia.</translation>
    </message>
    <message>
      <source>Observed flows</source>
      <extracomment>OBSERVED of interactionflows</extracomment>
      <translation>Stebėti srautai</translation>
    </message>
    <message>
      <source>A table with from_id, to_id (ids of the places) and flow. A pair that is not in it counts as an observed 0 between places of one country that both occur; across a border only where any flow across it was observed.</source>
      <extracomment>help of OBSERVED of interactionflows</extracomment>
      <translation>Lentelė su from_id, to_id (vietų identifikatoriai) ir flow. Pora, kurios joje nėra, laikoma stebėtu 0 tarp vienos šalies vietų, kurios abi joje yra; per sieną – tik jei koks nors srautas per ją stebėtas.</translation>
    </message>
    <message>
      <source>Willingness to cross the border</source>
      <extracomment>WILLINGNESS of interactionflows</extracomment>
      <translation>Noras kirsti sieną</translation>
    </message>
    <message>
      <source>From 0 (nobody crosses) to 1 (as at home): a factor on all pairs across a border. Minutes of delay are another thing: BORDER_DELAY.</source>
      <extracomment>help of WILLINGNESS of interactionflows</extracomment>
      <translation>Nuo 0 (niekas nekerta) iki 1 (kaip savo šalyje): koeficientas visoms poroms per sieną. Delsos minutės yra kas kita: BORDER_DELAY.</translation>
    </message>
    <message>
      <source>power: cost to the power of -DECAY_PARAMETER; exponential: e to the power of -DECAY_PARAMETER × cost.</source>
      <extracomment>help of DECAY of interactionflows</extracomment>
      <translation>power: sąnaudos laipsniu -DECAY_PARAMETER; exponential: e laipsniu -DECAY_PARAMETER × sąnaudos.</translation>
    </message>
    <message>
      <source>Decay parameter</source>
      <extracomment>DECAY_PARAMETER of interactionflows</extracomment>
      <translation>Silpimo parametras</translation>
    </message>
    <message>
      <source>Empty: 2 for power, 0.05 for exponential; with OBSERVED, gravity and doubly_constrained find their own.</source>
      <extracomment>help of DECAY_PARAMETER of interactionflows</extracomment>
      <translation>Tuščia: 2 su power, 0,05 su exponential; su OBSERVED gravity ir doubly_constrained randa savo.</translation>
    </message>
    <message>
      <source>Shortest way (minutes or km)</source>
      <extracomment>MIN_COST of interactionflows</extracomment>
      <translation>Trumpiausias kelias (minutės arba km)</translation>
    </message>
    <message>
      <source>Ways that cost less count as this; it is also the way within a place.</source>
      <extracomment>help of MIN_COST of interactionflows</extracomment>
      <translation>Pigesni keliai laikomi tokiais; tai ir kelias vietos viduje.</translation>
    </message>
    <message>
      <source>Also flows within a place</source>
      <extracomment>WITHIN of interactionflows</extracomment>
      <translation>Taip pat srautai vietos viduje</translation>
    </message>
    <message>
      <source>Needed for self-containment; radiation has none.</source>
      <extracomment>help of WITHIN of interactionflows</extracomment>
      <translation>Reikalingi vidinių srautų daliai; radiation jų neturi.</translation>
    </message>
    <message>
      <source>Desire lines of each place</source>
      <extracomment>LINES_PER_PLACE of interactionflows</extracomment>
      <translation>Kiekvienos vietos siekių linijos</translation>
    </message>
    <message>
      <source>Its so many largest flows are drawn; 0: all.</source>
      <extracomment>help of LINES_PER_PLACE of interactionflows</extracomment>
      <translation>Braižoma tiek jos didžiausių srautų; 0: visi.</translation>
    </message>
    <message>
      <source>A row for each pair with a flow.</source>
      <extracomment>help of FLOWS of interactionflows</extracomment>
      <translation>Eilutė kiekvienai porai su srautu.</translation>
    </message>
    <message>
      <source>Desire lines</source>
      <extracomment>LINES of interactionflows</extracomment>
      <translation>Siekių linijos</translation>
    </message>
    <message>
      <source>Straight lines between places, both directions added up.</source>
      <extracomment>help of LINES of interactionflows</extracomment>
      <translation>Tiesios linijos tarp vietų, abi kryptys sudėtos.</translation>
    </message>
    <message>
      <source>Partnerships across the border</source>
      <extracomment>title of partnerships</extracomment>
      <translation>Partnerystės per sieną</translation>
    </message>
    <message>
      <source>Who could work with whom across the border, who does already, and on what.</source>
      <extracomment>summary of partnerships</extracomment>
      <translation>Kas su kuo galėtų dirbti per sieną, kas jau dirba ir dėl ko.</translation>
    </message>
    <message>
      <source>Pairs of municipalities across the border: what they could do together against what a register says they do. Interaction comes from NETWORK and PLACES (gravity, power of 2), or from FLOWS; services that could be nearer on the other side from SERVICES; likeness from PROFILES (zone, and a column for each indicator); cooperation from REGISTER, a table of agreements, ideas, events and roles, of which the sample holds one to copy. With REGION_FIELD also pairs of regions, at home and across the border.

How to read the results: potential is the weighted mean of what is known (score_…, each 0 to 1): interaction and services, by the share of pairs they are above, count twice, profile and themes once. cooperation grows from 0 towards 1 with the records that name both: agreement 1, idea 0.5, event 0.25. gap is the difference; the rank goes by it. It ranks where to look first, not who is better. Services: people counted once for each type that could be nearer; reachable is not shared, and where may_be_shared is unknown, ask. integration is the share of all interaction of two regions that runs between them; with an easier border means open, without delay, and as willingly crossed as any way at home. PRESENT_WILLINGNESS is an assumption: compare 0.2 and 0.5. ROLES proposes, with reasons, what is to be talked about. The register is as complete as who keeps it.</source>
      <extracomment>help of partnerships</extracomment>
      <translation>Savivaldybių poros per sieną: ką jos galėtų daryti kartu, palyginti su tuo, ką jos daro pagal registrą. Sąveika imama iš NETWORK ir PLACES (gravitacija, laipsnis 2) arba iš FLOWS; paslaugos, kurios kitoje pusėje galėtų būti arčiau, – iš SERVICES; panašumas – iš PROFILES (zone ir stulpelis kiekvienam rodikliui); bendradarbiavimas – iš REGISTER, susitarimų, idėjų, renginių ir vaidmenų lentelės, kurią pavyzdyje galima nukopijuoti. Su REGION_FIELD ir regionų poros, savo šalyje ir per sieną.

Kaip skaityti rezultatus: potential yra svertinis vidurkis to, kas žinoma (score_…, kiekvienas nuo 0 iki 1): sąveika ir paslaugos, pagal porų dalį, kurias jos viršija, skaičiuojamos du kartus, profilis ir temos – vieną. cooperation auga nuo 0 link 1 su įrašais, kurie įvardija abu: susitarimas 1, idėja 0,5, renginys 0,25. gap yra skirtumas; pagal jį vieta. Jis rikiuoja, kur žiūrėti pirmiausia, o ne kas geresnis. Paslaugos: gyventojai skaičiuojami vieną kartą kiekvienai rūšiai, kuri galėtų būti arčiau; pasiekiama nėra bendra, o kur may_be_shared yra unknown, klauskite. integration yra visos dviejų regionų sąveikos dalis, vykstanti tarp jų; su lengvesne siena reiškia atvirą, be delsos ir kertamą taip pat noriai kaip bet kuris kelias savo šalyje. PRESENT_WILLINGNESS yra prielaida: palyginkite 0,2 ir 0,5. ROLES su pagrindimu siūlo, apie ką kalbėtis. Registras tiek pilnas, kiek jo tvarkytojas.</translation>
    </message>
    <message>
      <source>Region of the zones</source>
      <extracomment>REGION_FIELD of partnerships</extracomment>
      <translation>Zonų regionas</translation>
    </message>
    <message>
      <source>For OPPORTUNITIES: any field that names regions.</source>
      <extracomment>help of REGION_FIELD of partnerships</extracomment>
      <translation>Išvesčiai OPPORTUNITIES: bet kuris laukas, įvardijantis regionus.</translation>
    </message>
    <message>
      <source>A table with from_id, to_id, flow and kind, by zone or place. Observed ones are the present interaction.</source>
      <extracomment>help of FLOWS of partnerships</extracomment>
      <translation>Lentelė su from_id, to_id, flow ir kind, pagal zonas ar vietas. Stebėti srautai yra dabartinė sąveika.</translation>
    </message>
    <message>
      <source>Willingness to cross at present</source>
      <extracomment>PRESENT_WILLINGNESS of partnerships</extracomment>
      <translation>Noras kirsti sieną šiuo metu</translation>
    </message>
    <message>
      <source>Share of interaction that crosses the border today, of what would without one: an assumption, used where no flows were observed.</source>
      <extracomment>help of PRESENT_WILLINGNESS of partnerships</extracomment>
      <translation>Sąveikos dalis, šiandien kertanti sieną, iš tos, kuri būtų be sienos: prielaida, naudojama, kai srautai nestebėti.</translation>
    </message>
    <message>
      <source>Furthest apart (minutes)</source>
      <extracomment>FURTHEST of partnerships</extracomment>
      <translation>Didžiausias atstumas (minutės)</translation>
    </message>
    <message>
      <source>Pairs whose people live further apart on average score no interaction.</source>
      <extracomment>help of FURTHEST of partnerships</extracomment>
      <translation>Poros, kurių gyventojai vidutiniškai gyvena toliau, už sąveiką balų negauna.</translation>
    </message>
    <message>
      <source>Potential, cooperation and gap.</source>
      <extracomment>help of PAIRS of partnerships</extracomment>
      <translation>Potencialas, bendradarbiavimas ir skirtumas.</translation>
    </message>
    <message>
      <source>Opportunities between regions</source>
      <extracomment>OPPORTUNITIES of partnerships</extracomment>
      <translation>Galimybės tarp regionų</translation>
    </message>
    <message>
      <source>Pairs of regions, ranked with reasons.</source>
      <extracomment>help of OPPORTUNITIES of partnerships</extracomment>
      <translation>Regionų poros, surikiuotos su pagrindimu.</translation>
    </message>
    <message>
      <source>Idea cards, agreements and events on the map</source>
      <extracomment>IDEAS of partnerships</extracomment>
      <translation>Idėjų kortelės, susitarimai ir renginiai žemėlapyje</translation>
    </message>
    <message>
      <source>Records of the register: at their place, else in the middle of their partners.</source>
      <extracomment>help of IDEAS of partnerships</extracomment>
      <translation>Registro įrašai: savo vietoje, kitaip partnerių viduryje.</translation>
    </message>
    <message>
      <source>Organisations</source>
      <extracomment>ORGANISATIONS of partnerships</extracomment>
      <translation>Organizacijos</translation>
    </message>
    <message>
      <source>Who is in the register, with whom; centrality from 20 organisations on.</source>
      <extracomment>help of ORGANISATIONS of partnerships</extracomment>
      <translation>Kas yra registre ir su kuo; centrališkumas nuo 20 organizacijų.</translation>
    </message>
    <message>
      <source>Roles by theme</source>
      <extracomment>ROLES of partnerships</extracomment>
      <translation>Vaidmenys pagal temas</translation>
    </message>
    <message>
      <source>Who initiates, decides, pays, delivers and monitors; what is double or empty.</source>
      <extracomment>help of ROLES of partnerships</extracomment>
      <translation>Kas inicijuoja, sprendžia, moka, teikia ir stebi; kas dubliuojasi ar tuščia.</translation>
    </message>
    <message>
      <source>Steps of the study</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Studijos žingsniai</translation>
    </message>
    <message>
      <source>Open…</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Atverti…</translation>
    </message>
    <message>
      <source>Help</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Žinynas</translation>
    </message>
    <message>
      <source>Try the sample…</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Išbandyti pavyzdį…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Atšaukti</translation>
    </message>
    <message numerus="yes">
      <source>%n inputs to choose</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>
        <numerusform>pasirinkti: %n įvestis</numerusform>
        <numerusform>pasirinkti: %n įvestys</numerusform>
        <numerusform>pasirinkti: %n įvesčių</numerusform>
      </translation>
    </message>
    <message>
      <source>Step</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Žingsnis</translation>
    </message>
    <message>
      <source>State</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Būsena</translation>
    </message>
    <message>
      <source>ready</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>parengta</translation>
    </message>
    <message>
      <source>to choose: {names}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>pasirinkti: {names}</translation>
    </message>
    <message>
      <source>Choose a step; a double click opens its dialog, filled in.</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Pasirinkite žingsnį; dukart spustelėjus atsiveria užpildytas langas.</translation>
    </message>
    <message numerus="yes">
      <source>done: %n layers</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>
        <numerusform>atlikta: %n sluoksnis</numerusform>
        <numerusform>atlikta: %n sluoksniai</numerusform>
        <numerusform>atlikta: %n sluoksnių</numerusform>
      </translation>
    </message>
    <message>
      <source>first: {title}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>pirmiausia: {title}</translation>
    </message>
    <message>
      <source>{done} of {all} done</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>atlikta {done} iš {all}</translation>
    </message>
    <message>
      <source>after step {number}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>po {number} žingsnio</translation>
    </message>
    <message>
      <source>There is no result of Smart Planning here.</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation>Čia nėra nė vieno Smart Planning rezultato.</translation>
    </message>
    <message>
      <source>What happened</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation>Kas nutiko</translation>
    </message>
    <message>
      <source>Algorithm</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation>Algoritmas</translation>
    </message>
    <message>
      <source>Open in the browser</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation>Atverti naršyklėje</translation>
    </message>
    <message>
      <source>Try the sample region</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Išbandyti pavyzdinį regioną</translation>
    </message>
    <message>
      <source>Copies a small, schematic region on the coast of Latvia and Lithuania, runs the whole study on it, and opens the project of the results. Nothing in it is for decisions.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Nukopijuoja nedidelį, schematišką regioną Latvijos ir Lietuvos pajūryje, atlieka su juo visą studiją ir atveria rezultatų projektą. Niekas jame neskirta sprendimams.</translation>
    </message>
    <message>
      <source>Folder</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Aplankas</translation>
    </message>
    <message>
      <source>Start</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Pradėti</translation>
    </message>
    <message>
      <source>The sample is ready: the eye above the layers lists its maps.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Pavyzdys parengtas: akis virš sluoksnių rodo jo žemėlapius.</translation>
    </message>
    <message>
      <source>Stopped. Run it again, and it goes on from there.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Sustabdyta. Paleiskite dar kartą, ir bus tęsiama nuo tos vietos.</translation>
    </message>
    <message>
      <source>The sample could not be finished.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Pavyzdžio nepavyko užbaigti.</translation>
    </message>
    <message>
      <source>The sample is ready. Your project has changes: save them first.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Pavyzdys parengtas. Jūsų projekte yra pakeitimų: pirmiausia juos išsaugokite.</translation>
    </message>
    <message>
      <source>Open the sample</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Atverti pavyzdį</translation>
    </message>
    <message>
      <source>Click on a result on the map.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Spustelėkite rezultatą žemėlapyje.</translation>
    </message>
    <message>
      <source>Whole study…</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Visa studija…</translation>
    </message>
    <message>
      <source>Run again…</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Vykdyti dar kartą…</translation>
    </message>
    <message>
      <source>Explain a place</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Paaiškinti vietą</translation>
    </message>
    <message>
      <source>Choose a result of Smart Planning among the layers.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Sluoksnių sąraše pasirinkite Smart Planning rezultatą.</translation>
    </message>
    <message>
      <source>Open anyway</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Vis tiek atverti</translation>
    </message>
    <message>
      <source>How to install them</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Kaip juos įdiegti</translation>
    </message>
    <message>
      <source>Remove its filter</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Pašalinti filtrą</translation>
    </message>
    <message>
      <source>Show its table</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Rodyti lentelę</translation>
    </message>
    <message>
      <source>The layer {name} has no rows.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Sluoksnyje {name} nėra nė vienos eilutės.</translation>
    </message>
    <message>
      <source>{name} is not there yet.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>{name} dar nėra.</translation>
    </message>
    <message>
      <source>{title} comes first.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Pirmiausia: {title}.</translation>
    </message>
    <message>
      <source>Python packages are missing: {names}</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Trūksta Python paketų: {names}</translation>
    </message>
    <message>
      <source>How to read the results</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Kaip skaityti rezultatus</translation>
    </message>
    <message>
      <source>What it takes</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Ko reikia</translation>
    </message>
    <message>
      <source>What it gives</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Ką duoda</translation>
    </message>
    <message>
      <source>optional</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>neprivaloma</translation>
    </message>
    <message>
      <source>In scripts: {name}</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Skriptuose: {name}</translation>
    </message>
    <message>
      <source>Smart Planning: planning across a border</source>
      <extracomment>smart_planning_plugin/processing/provider.py</extracomment>
      <translation>Smart Planning: planavimas per sieną</translation>
    </message>
    <message>
      <source>Data</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Duomenys</translation>
    </message>
    <message>
      <source>Your data, or the sample region</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Jūsų duomenys arba pavyzdinis regionas</translation>
    </message>
    <message>
      <source>One network over both countries</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Vienas tinklas abiejose šalyse</translation>
    </message>
    <message>
      <source>Accessibility</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Pasiekiamumas</translation>
    </message>
    <message>
      <source>Who reaches what?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kas ką pasiekia?</translation>
    </message>
    <message>
      <source>The border</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Siena</translation>
    </message>
    <message>
      <source>What would a closed border change?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Ką pakeistų uždaryta siena?</translation>
    </message>
    <message>
      <source>Shared services</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Bendros paslaugos</translation>
    </message>
    <message>
      <source>What could be shared?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kuo būtų galima dalytis?</translation>
    </message>
    <message>
      <source>Which zones belong together, who with whom?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kurios zonos priklauso kartu, kas su kuo?</translation>
    </message>
    <message>
      <source>Territory</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Teritorija</translation>
    </message>
    <message>
      <source>Where is it going, what is it good at, what comes first?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kur ji juda, kuo ji stipri, kas pirma?</translation>
    </message>
    <message>
      <source>Results</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Rezultatai</translation>
    </message>
    <message>
      <source>Project, maps, handbook</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Projektas, žemėlapiai, vadovas</translation>
    </message>
  </context>
</TS>
