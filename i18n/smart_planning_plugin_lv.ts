<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="lv">
  <context>
    <name>SmartPlanning</name>
    <message>
      <source>2 Accessibility</source>
      <extracomment>group of algorithms</extracomment>
      <translation>2 Sasniedzamība</translation>
    </message>
    <message>
      <source>Isochrones</source>
      <extracomment>title of isochrones</extracomment>
      <translation>Izohronas</translation>
    </message>
    <message>
      <source>Areas or roads that are reached from origins within some minutes, and who lives there.</source>
      <extracomment>summary of isochrones</extracomment>
      <translation>Teritorijas vai ceļi, ko no sākumpunktiem var sasniegt noteiktā minūšu skaitā, un kas tur dzīvo.</translation>
    </message>
    <message>
      <source>What is reached by car from each origin within each cut-off: as areas, from a surface of travel times beside the roads, or as roads, cut exactly where the time is up. Origins may have a cut-off and a turn-out time of their own.

How to read the results: from_min and to_min are the band; rings stand next to each other and disks lie in each other. separate: each origin by itself, areas may overlap. merged: all as one. split: every place belongs to its nearest origin, areas share no ground (where origins have cut-offs of their own: to the one that has most time left). population counts the places whose own travel time is in the band, not what lies under the area. Between cells the surface is interpolated: an outline is good to a part of CELL_SIZE, roads are exact. Ground is reached on the way from the nearest road of its country, at OFFROAD_SPEED and no further than SNAP_DISTANCE, never across BARRIERS, and areas end at the outline of COUNTRIES.

Limits: by car at the speeds of the network, without traffic. Where local roads are missing, areas come out too small; beyond the edge of the data nothing is reached.</source>
      <extracomment>help of isochrones</extracomment>
      <translation>Kas no katra sākumpunkta ar automobili sasniedzams katras robežvērtības ietvaros: kā teritorijas, no brauciena laika virsmas arī ārpus ceļiem, vai kā ceļi, nogriezti tieši tur, kur laiks beidzas. Sākumpunktiem var būt sava robežvērtība un savs izbraukšanas laiks.

Kā lasīt rezultātus: from_min un to_min ir josla; gredzeni atrodas cits citam blakus, bet diski – cits citā. separate: katrs sākumpunkts atsevišķi, teritorijas var pārklāties. merged: visi kopā. split: katra vieta pieder savam tuvākajam sākumpunktam, teritorijas nepārklājas (ja sākumpunktiem ir savas robežvērtības: tam, kuram atliek visvairāk laika). population saskaita vietas, kuru pašu brauciena laiks ietilpst joslā, nevis to, kas atrodas zem teritorijas. Starp šūnām virsma ir interpolēta: kontūra ir precīza līdz CELL_SIZE daļai, ceļi ir precīzi. Zemi sasniedz no tās valsts tuvākā ceļa ar ātrumu OFFROAD_SPEED un ne tālāk par SNAP_DISTANCE, nekad pāri BARRIERS, un teritorijas beidzas pie COUNTRIES kontūras.

Ierobežojumi: ar automobili tīkla ātrumos, bez satiksmes. Kur trūkst vietējo ceļu, teritorijas iznāk par mazu; aiz datu malas nekas nav sasniegts.</translation>
    </message>
    <message>
      <source>Road network</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Ceļu tīkls</translation>
    </message>
    <message>
      <source>The edges made by 'Build road network'.</source>
      <extracomment>help of NETWORK of isochrones</extracomment>
      <translation>Posmi, ko izveidojis rīks „Izveidot ceļu tīklu”.</translation>
    </message>
    <message>
      <source>Countries</source>
      <extracomment>COUNTRIES of isochrones</extracomment>
      <translation>Valstis</translation>
    </message>
    <message>
      <source>Polygons that say in which country a place lies; municipalities will do.</source>
      <extracomment>help of COUNTRIES of isochrones</extracomment>
      <translation>Poligoni, kas pasaka, kurā valstī atrodas vieta; der arī pašvaldības.</translation>
    </message>
    <message>
      <source>Country code of the countries</source>
      <extracomment>COUNTRY_FIELD of isochrones</extracomment>
      <translation>Valstu kods</translation>
    </message>
    <message>
      <source>ISO 3166-1 alpha-2 codes, such as LV and LT.</source>
      <extracomment>help of COUNTRY_FIELD of isochrones</extracomment>
      <translation>ISO 3166-1 alpha-2 kodi, piemēram, LV un LT.</translation>
    </message>
    <message>
      <source>Border crossings (instead of the network's own)</source>
      <extracomment>CROSSINGS of isochrones</extracomment>
      <translation>Robežas šķērsojumi (tīkla pašu šķērsojumu vietā)</translation>
    </message>
    <message>
      <source>The crossings made by 'Build road network', edited: shut (open = 0) or with delays.</source>
      <extracomment>help of CROSSINGS of isochrones</extracomment>
      <translation>Rīka „Izveidot ceļu tīklu” izveidotie šķērsojumi pēc labošanas: slēgti (open = 0) vai ar aizkavi.</translation>
    </message>
    <message>
      <source>Border</source>
      <extracomment>BORDER of isochrones</extracomment>
      <translation>Robeža</translation>
    </message>
    <message>
      <source>open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay where that is empty. closed: nobody crosses, a thought experiment about geography, not a forecast. Crossings that are shut stay shut.</source>
      <extracomment>help of BORDER of isochrones</extracomment>
      <translation>open: šķērsojumus šķērso bez aizkaves. delay: katrā ir aizkave BORDER_DELAY vai, ja tā nav norādīta, paša šķērsojuma aizkave. closed: robežu nešķērso neviens; tas ir domu eksperiments par ģeogrāfiju, nevis prognoze. Slēgti šķērsojumi paliek slēgti.</translation>
    </message>
    <message>
      <source>Delay at every crossing (minutes)</source>
      <extracomment>BORDER_DELAY of isochrones</extracomment>
      <translation>Aizkave katrā šķērsojumā (minūtes)</translation>
    </message>
    <message>
      <source>Only for a border with delay; empty: each crossing's own delays.</source>
      <extracomment>help of BORDER_DELAY of isochrones</extracomment>
      <translation>Tikai robežai ar aizkavi; tukšs: katra šķērsojuma paša aizkave.</translation>
    </message>
    <message>
      <source>Cost</source>
      <extracomment>COST of isochrones</extracomment>
      <translation>Izmaksu mērs</translation>
    </message>
    <message>
      <source>time: minutes by car. distance: kilometres.</source>
      <extracomment>help of COST of isochrones</extracomment>
      <translation>time: minūtes ar automobili. distance: kilometri.</translation>
    </message>
    <message>
      <source>Direction</source>
      <extracomment>DIRECTION of isochrones</extracomment>
      <translation>Virziens</translation>
    </message>
    <message>
      <source>to: people travel to the service. from: the journey starts at the service or origin, as for an ambulance.</source>
      <extracomment>help of DIRECTION of isochrones</extracomment>
      <translation>to: cilvēki brauc uz pakalpojuma vietu. from: brauciens sākas pakalpojuma vietā vai sākumpunktā, kā neatliekamajai palīdzībai.</translation>
    </message>
    <message>
      <source>Greatest cost (minutes or km)</source>
      <extracomment>MAX_COST of isochrones</extracomment>
      <translation>Lielākās izmaksas (minūtes vai km)</translation>
    </message>
    <message>
      <source>What costs more counts as not reached; empty: no limit.</source>
      <extracomment>help of MAX_COST of isochrones</extracomment>
      <translation>Kas maksā vairāk, to uzskata par nesasniegtu; tukšs: bez ierobežojuma.</translation>
    </message>
    <message>
      <source>Greatest distance to a road (m)</source>
      <extracomment>SNAP_DISTANCE of isochrones</extracomment>
      <translation>Lielākais attālums līdz ceļam (m)</translation>
    </message>
    <message>
      <source>A place further than this from every road of its country is not used, and says so. Raise it where only main roads are in the network.</source>
      <extracomment>help of SNAP_DISTANCE of isochrones</extracomment>
      <translation>Vietu, kas no visiem savas valsts ceļiem ir tālāk, neizmanto, un tas ir norādīts. Palieliniet, ja tīklā ir tikai galvenie ceļi.</translation>
    </message>
    <message>
      <source>Speed on the way to the road (km/h)</source>
      <extracomment>OFFROAD_SPEED of isochrones</extracomment>
      <translation>Ātrums ceļā līdz ceļu tīklam (km/h)</translation>
    </message>
    <message>
      <source>0: the way to the road is free.</source>
      <extracomment>help of OFFROAD_SPEED of isochrones</extracomment>
      <translation>0: ceļš līdz ceļu tīklam laiku neprasa.</translation>
    </message>
    <message>
      <source>Only roads that hang together with the largest part</source>
      <extracomment>MAIN_COMPONENT of isochrones</extracomment>
      <translation>Tikai ceļi, kas saistīti ar lielāko tīkla daļu</translation>
    </message>
    <message>
      <source>Places on islets of the network join the nearest road of its largest part instead.</source>
      <extracomment>help of MAIN_COMPONENT of isochrones</extracomment>
      <translation>Vietas pie atrautām tīkla daļām tiek piesaistītas tuvākajam lielākās daļas ceļam.</translation>
    </message>
    <message>
      <source>Barriers on the way to the road</source>
      <extracomment>BARRIERS of isochrones</extracomment>
      <translation>Šķēršļi ceļā līdz ceļu tīklam</translation>
    </message>
    <message>
      <source>Lines or polygons that nobody crosses between a place and its road: water, the border. Roads cross them.</source>
      <extracomment>help of BARRIERS of isochrones</extracomment>
      <translation>Līnijas vai poligoni, ko neviens nešķērso starp vietu un tās ceļu: ūdens, robeža. Ceļi tos šķērso.</translation>
    </message>
    <message>
      <source>Origins</source>
      <extracomment>ORIGINS of isochrones</extracomment>
      <translation>Sākumpunkti</translation>
    </message>
    <message>
      <source>Points.</source>
      <extracomment>help of ORIGINS of isochrones</extracomment>
      <translation>Punkti.</translation>
    </message>
    <message>
      <source>Id of the origins</source>
      <extracomment>ORIGIN_ID of isochrones</extracomment>
      <translation>Sākumpunktu identifikators</translation>
    </message>
    <message>
      <source>Unique.</source>
      <extracomment>help of ORIGIN_ID of isochrones</extracomment>
      <translation>Unikāls.</translation>
    </message>
    <message>
      <source>Cut-off of each origin</source>
      <extracomment>CUTOFF_FIELD of isochrones</extracomment>
      <translation>Katra sākumpunkta robežvērtība</translation>
    </message>
    <message>
      <source>Minutes or km in place of CUTOFFS, where it is not empty.</source>
      <extracomment>help of CUTOFF_FIELD of isochrones</extracomment>
      <translation>Minūtes vai km CUTOFFS vietā, ja lauks nav tukšs.</translation>
    </message>
    <message>
      <source>Turn-out time (minutes)</source>
      <extracomment>TURNOUT_FIELD of isochrones</extracomment>
      <translation>Izbraukšanas laiks (minūtes)</translation>
    </message>
    <message>
      <source>Passes before the journey begins, as at a fire station; empty: none.</source>
      <extracomment>help of TURNOUT_FIELD of isochrones</extracomment>
      <translation>Paiet, pirms sākas brauciens, kā ugunsdzēsēju depo; tukšs: nav.</translation>
    </message>
    <message>
      <source>Cut-offs (minutes or km)</source>
      <extracomment>CUTOFFS of isochrones</extracomment>
      <translation>Robežvērtības (minūtes vai km)</translation>
    </message>
    <message>
      <source>Rising numbers above 0.</source>
      <extracomment>help of CUTOFFS of isochrones</extracomment>
      <translation>Augoši skaitļi, lielāki par 0.</translation>
    </message>
    <message>
      <source>Shape</source>
      <extracomment>SHAPE of isochrones</extracomment>
      <translation>Veids</translation>
    </message>
    <message>
      <source>polygons: the ground beside the roads, too. roads: the roads alone, cut exactly.</source>
      <extracomment>help of SHAPE of isochrones</extracomment>
      <translation>polygons: arī zeme ārpus ceļiem. roads: tikai ceļi, precīzi nogriezti.</translation>
    </message>
    <message>
      <source>Several origins</source>
      <extracomment>COMBINE of isochrones</extracomment>
      <translation>Vairāki sākumpunkti</translation>
    </message>
    <message>
      <source>separate: each by itself. merged: all as one. split: every place to its nearest.</source>
      <extracomment>help of COMBINE of isochrones</extracomment>
      <translation>separate: katrs atsevišķi. merged: visi kopā. split: katra vieta – savam tuvākajam.</translation>
    </message>
    <message>
      <source>Rings instead of disks</source>
      <extracomment>RINGS of isochrones</extracomment>
      <translation>Gredzeni disku vietā</translation>
    </message>
    <message>
      <source>Each band without the smaller ones in it.</source>
      <extracomment>help of RINGS of isochrones</extracomment>
      <translation>Katra josla bez mazākajām tajā.</translation>
    </message>
    <message>
      <source>Cell size (m)</source>
      <extracomment>CELL_SIZE of isochrones</extracomment>
      <translation>Šūnas izmērs (m)</translation>
    </message>
    <message>
      <source>Of the surface of travel times.</source>
      <extracomment>help of CELL_SIZE of isochrones</extracomment>
      <translation>Brauciena laika virsmai.</translation>
    </message>
    <message>
      <source>Places, to count the people inside</source>
      <extracomment>PLACES of isochrones</extracomment>
      <translation>Vietas, kurās saskaitīt iedzīvotājus</translation>
    </message>
    <message>
      <source>Towns, villages, grid cells or zones. Polygons are represented by POPULATION_POINTS, else by a point inside.</source>
      <extracomment>help of PLACES of isochrones</extracomment>
      <translation>Pilsētas, ciemi, režģa šūnas vai zonas. Poligonus pārstāv POPULATION_POINTS, bet, ja to nav, punkts iekšpusē.</translation>
    </message>
    <message>
      <source>Id of the places</source>
      <extracomment>PLACE_ID of isochrones</extracomment>
      <translation>Vietu identifikators</translation>
    </message>
    <message>
      <source>Unique values.</source>
      <extracomment>help of PLACE_ID of isochrones</extracomment>
      <translation>Unikālas vērtības.</translation>
    </message>
    <message>
      <source>Population</source>
      <extracomment>POPULATION_FIELD of isochrones</extracomment>
      <translation>Iedzīvotāju skaits</translation>
    </message>
    <message>
      <source>Empty: every place counts once, or the people of its POPULATION_POINTS. A missing value counts nobody, and says so.</source>
      <extracomment>help of POPULATION_FIELD of isochrones</extracomment>
      <translation>Tukšs: katra vieta skaitās vienreiz vai ar savu POPULATION_POINTS iedzīvotājiem. Trūkstoša vērtība neskaita nevienu, un tas ir norādīts.</translation>
    </message>
    <message>
      <source>Country code of the places</source>
      <extracomment>PLACE_COUNTRY_FIELD of isochrones</extracomment>
      <translation>Vietu valsts kods</translation>
    </message>
    <message>
      <source>Empty: the country polygon the place lies in, else the nearest road.</source>
      <extracomment>help of PLACE_COUNTRY_FIELD of isochrones</extracomment>
      <translation>Tukšs: valsts poligons, kurā vieta atrodas, citādi tuvākais ceļš.</translation>
    </message>
    <message>
      <source>Population points (for polygons)</source>
      <extracomment>POPULATION_POINTS of isochrones</extracomment>
      <translation>Iedzīvotāju punkti (poligoniem)</translation>
    </message>
    <message>
      <source>Addresses, grid points or settlements inside the polygons. Every polygon is divided among the points inside it, each with its share of the people. Times and measures of a polygon are means over its people (empty where less than half of them have one), texts are those of most people, sums count every point by itself.</source>
      <extracomment>help of POPULATION_POINTS of isochrones</extracomment>
      <translation>Adreses, režģa punkti vai apdzīvotas vietas poligonu iekšienē. Katrs poligons tiek sadalīts starp punktiem tajā, katram sava iedzīvotāju daļa. Poligona laiki un rādītāji ir vidējie pa tā iedzīvotājiem (tukši, ja tie ir mazāk nekā pusei), teksti ir tie, kas attiecas uz vairākumu, summas skaita katru punktu atsevišķi.</translation>
    </message>
    <message>
      <source>People at the population points</source>
      <extracomment>POPULATION_POINTS_FIELD of isochrones</extracomment>
      <translation>Iedzīvotāji iedzīvotāju punktos</translation>
    </message>
    <message>
      <source>Empty: every point counts alike. Demand fields of SERVICE_TYPES that the polygons lack are taken from the points, too.</source>
      <extracomment>help of POPULATION_POINTS_FIELD of isochrones</extracomment>
      <translation>Tukšs: visi punkti skaitās vienādi. SERVICE_TYPES pieprasījuma laukus, kuru poligoniem nav, arī ņem no punktiem.</translation>
    </message>
    <message>
      <source>A row for each origin and cut-off, with its area or length and the people inside.</source>
      <extracomment>help of OUTPUT of isochrones</extracomment>
      <translation>Rinda katram sākumpunktam un robežvērtībai ar tās platību vai garumu un iedzīvotājiem tajā.</translation>
    </message>
    <message>
      <source>Surface of travel times</source>
      <extracomment>SURFACE of isochrones</extracomment>
      <translation>Brauciena laika virsma</translation>
    </message>
    <message>
      <source>Minutes (or km) from the nearest origin at the middle of each cell.</source>
      <extracomment>help of SURFACE of isochrones</extracomment>
      <translation>Minūtes (vai km) no tuvākā sākumpunkta katras šūnas vidū.</translation>
    </message>
    <message>
      <source>Service accessibility</source>
      <extracomment>title of serviceaccessibility</extracomment>
      <translation>Pakalpojumu sasniedzamība</translation>
    </message>
    <message>
      <source>For each place and type of service: how near, how much, and shared with how many others.</source>
      <extracomment>summary of serviceaccessibility</extracomment>
      <translation>Katrai vietai un pakalpojuma veidam: cik tuvu, cik daudz un ar cik citiem dalīts.</translation>
    </message>
    <message>
      <source>For each place and each type of service: the cost to the nearest service, what lies within a threshold, and what is left of it when all who have it in reach share it, with the border open, delayed or closed; against norms; with services closed, opened or moved.

How to read the results: nearest_&lt;type&gt; is in minutes by car (or km), with the extra minutes of services abroad; nearest_id_&lt;type&gt; names the service. nearest_own_ counts services of the place's own country only, nearest_abroad_ those of its neighbours: 'foreign services do not count' is another question than 'the border is closed', under which nobody may even pass through. cumulative_ and gravity_&lt;type&gt; are capacity (or, without one, the number of services); 2sfca_, e2sfca_, 3sfca_ and bfca_ are capacity for each person who needs the service; spatial_availability_ is the capacity that falls to the place. Journeys run as DIRECTION says, or as SERVICE_TYPES says for a type: an ambulance starts at its post. _own_ and _abroad_ add up to each. Empty: the place could not be used, or no service is reached. 0: nothing is in reach. within_norm_&lt;type&gt; compares with the norm of the own country and settlement. change_ is the result with SERVICE_CHANGES less the present. A place with a status other than ok could not be used; remarks names the types that cannot be reached from it.

Limits: edge_min is the way to where the roads of the data end by land (with COUNTRIES; else also at coasts); with edge_reached = 1 a service or people beyond it could count, and are not in the data. Measures with competition may rise when the border closes, because people abroad do not share any more.</source>
      <extracomment>help of serviceaccessibility</extracomment>
      <translation>Katrai vietai un katram pakalpojuma veidam: izmaksas līdz tuvākajam pakalpojumam, kas ir robežvērtības ietvaros un kas no tā paliek, ja to dala visi, kam tas sasniedzams, ar atvērtu robežu, aizkavi vai slēgtu robežu; salīdzinājumā ar normām; ar slēgtiem, atvērtiem vai pārvietotiem pakalpojumiem.

Kā lasīt rezultātus: nearest_&lt;type&gt; ir minūtēs ar automobili (vai km), ar papildu minūtēm pakalpojumiem ārvalstīs; nearest_id_&lt;type&gt; nosauc pakalpojumu. nearest_own_ skaita tikai vietas pašas valsts pakalpojumus, nearest_abroad_ – kaimiņvalstu: „ārvalstu pakalpojumus neskaita” ir cits jautājums nekā „robeža ir slēgta”, kad pāri nedrīkst pat caurbraukt. cumulative_ un gravity_&lt;type&gt; ir jauda (vai, ja tās nav, pakalpojumu skaits); 2sfca_, e2sfca_, 3sfca_ un bfca_ ir jauda uz katru cilvēku, kam pakalpojums vajadzīgs; spatial_availability_ ir jauda, kas tiek vietai. Braucieni notiek, kā saka DIRECTION vai attiecīgajam veidam SERVICE_TYPES: neatliekamā palīdzība sāk no sava posteņa. _own_ un _abroad_ kopā veido kopsummu. Tukšs: vietu nevarēja izmantot vai neviens pakalpojums nav sasniegts. 0: nekas nav sasniedzams. within_norm_&lt;type&gt; salīdzina ar pašas valsts un apdzīvotas vietas tipa normu. change_ ir rezultāts ar SERVICE_CHANGES mīnus pašreizējais. Vietu, kuras statuss nav ok, nevarēja izmantot; remarks nosauc veidus, ko no tās nevar sasniegt.

Ierobežojumi: edge_min ir ceļš līdz vietai, kur datu ceļi beidzas pa sauszemi (ar COUNTRIES; citādi arī pie krasta); ja edge_reached = 1, pakalpojums vai iedzīvotāji aiz tās varētu būt no svara, bet datos to nav. Rādītāji ar konkurenci var pieaugt, kad robeža tiek slēgta, jo ārvalstu iedzīvotāji vairs nedala pakalpojumu.</translation>
    </message>
    <message>
      <source>Travel times instead of the network</source>
      <extracomment>TRAVEL_TIMES of serviceaccessibility</extracomment>
      <translation>Brauciena laiki tīkla vietā</translation>
    </message>
    <message>
      <source>A table with origin_id, destination_id and time_min, such as a bus planner gives. Its ids are those of the places and services (or origins and destinations); a journey runs from origin to destination. A pair that is not in it is not reached.</source>
      <extracomment>help of TRAVEL_TIMES of serviceaccessibility</extracomment>
      <translation>Tabula ar origin_id, destination_id un time_min, piemēram, no autobusu maršrutu plānotāja. Tās identifikatori ir vietu un pakalpojumu (vai sākumpunktu un galamērķu) identifikatori; brauciens notiek no sākumpunkta uz galamērķi. Pāris, kura tabulā nav, nav sasniegts.</translation>
    </message>
    <message>
      <source>Places where people live</source>
      <extracomment>PLACES of serviceaccessibility</extracomment>
      <translation>Vietas, kur dzīvo cilvēki</translation>
    </message>
    <message>
      <source>Services</source>
      <extracomment>SERVICES of serviceaccessibility</extracomment>
      <translation>Pakalpojumi</translation>
    </message>
    <message>
      <source>Facilities, one point each.</source>
      <extracomment>help of SERVICES of serviceaccessibility</extracomment>
      <translation>Pakalpojumu vietas, katrai viens punkts.</translation>
    </message>
    <message>
      <source>Id of the services</source>
      <extracomment>SERVICE_ID of serviceaccessibility</extracomment>
      <translation>Pakalpojumu identifikators</translation>
    </message>
    <message>
      <source>Type of service</source>
      <extracomment>SERVICE_TYPE_FIELD of serviceaccessibility</extracomment>
      <translation>Pakalpojuma veids</translation>
    </message>
    <message>
      <source>Empty: all services are of one type.</source>
      <extracomment>help of SERVICE_TYPE_FIELD of serviceaccessibility</extracomment>
      <translation>Tukšs: visi pakalpojumi ir viena veida.</translation>
    </message>
    <message>
      <source>Country code of the services</source>
      <extracomment>SERVICE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation>Pakalpojumu valsts kods</translation>
    </message>
    <message>
      <source>Empty: the country polygon the service lies in, else the nearest road.</source>
      <extracomment>help of SERVICE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation>Tukšs: valsts poligons, kurā pakalpojums atrodas, citādi tuvākais ceļš.</translation>
    </message>
    <message>
      <source>Capacity</source>
      <extracomment>CAPACITY_FIELD of serviceaccessibility</extracomment>
      <translation>Jauda</translation>
    </message>
    <message>
      <source>Beds, seats, pupils. Empty: every service counts once.</source>
      <extracomment>help of CAPACITY_FIELD of serviceaccessibility</extracomment>
      <translation>Gultas, vietas, skolēni. Tukšs: katrs pakalpojums skaitās vienreiz.</translation>
    </message>
    <message>
      <source>Only services for which this holds</source>
      <extracomment>SERVICE_FILTER of serviceaccessibility</extracomment>
      <translation>Tikai pakalpojumi, kuriem tas ir spēkā</translation>
    </message>
    <message>
      <source>Compare like with like: "facility_type" = 'general' keeps nursing homes out.</source>
      <extracomment>help of SERVICE_FILTER of serviceaccessibility</extracomment>
      <translation>Salīdziniet līdzīgu ar līdzīgu: "facility_type" = 'general' izslēdz aprūpes namus.</translation>
    </message>
    <message>
      <source>Table of service types</source>
      <extracomment>SERVICE_TYPES of serviceaccessibility</extracomment>
      <translation>Pakalpojumu veidu tabula</translation>
    </message>
    <message>
      <source>One row a type: type, theme, demand_field, threshold_min, advantage_min, extra_min_abroad, shareability (agreement, free_choice, not_shareable, unknown), only_open_border, people_per_capacity (people that one unit of capacity serves), direction (from the facility, for emergency services), legal_basis, evidence, label_en, label_lv, label_lt. The sample holds one to copy.</source>
      <extracomment>help of SERVICE_TYPES of serviceaccessibility</extracomment>
      <translation>Viena rinda katram veidam: type, theme, demand_field, threshold_min, advantage_min, extra_min_abroad, shareability (agreement, free_choice, not_shareable, unknown), only_open_border, people_per_capacity (cik iedzīvotāju apkalpo viena jaudas vienība), direction (from no pakalpojuma vietas, avārijas dienestiem), legal_basis, evidence, label_en, label_lv, label_lt. Paraugā ir tabula, ko kopēt.</translation>
    </message>
    <message>
      <source>Changes of services: what if this one closes?</source>
      <extracomment>SERVICE_CHANGES of serviceaccessibility</extracomment>
      <translation>Pakalpojumu izmaiņas: kas notiek, ja šo slēdz?</translation>
    </message>
    <message>
      <source>One row a change: service_id, change (close, open, move, capacity), capacity; lon and lat (degrees) or a point for what opens or moves; type and country for what opens. Everything is computed with these changes; where a result has the difference to the present, it says so.</source>
      <extracomment>help of SERVICE_CHANGES of serviceaccessibility</extracomment>
      <translation>Viena rinda katrai izmaiņai: service_id, change (close, open, move, capacity), capacity; lon un lat (grādi) vai punkts tam, ko atver vai pārvieto; type un country tam, ko atver. Viss tiek aprēķināts ar šīm izmaiņām; ja rezultātā ir starpība ar pašreizējo, tas ir norādīts.</translation>
    </message>
    <message>
      <source>Table of norms</source>
      <extracomment>NORMS of serviceaccessibility</extracomment>
      <translation>Normu tabula</translation>
    </message>
    <message>
      <source>One row a norm: type, country, settlement, minutes, share_to_be_met (0 to 1), clock (call, depot, door), turnout_min, source, date. An empty country or settlement holds for all without a row of their own. The sample holds one to copy.</source>
      <extracomment>help of NORMS of serviceaccessibility</extracomment>
      <translation>Viena rinda katrai normai: type, country, settlement, minutes, share_to_be_met (no 0 līdz 1), clock (call, depot, door), turnout_min, source, date. Tukša country vai settlement attiecas uz visiem bez savas rindas. Paraugā ir tabula, ko kopēt.</translation>
    </message>
    <message>
      <source>Type of settlement of the places</source>
      <extracomment>SETTLEMENT_FIELD of serviceaccessibility</extracomment>
      <translation>Vietu apdzīvotības tips</translation>
    </message>
    <message>
      <source>The words that NORMS uses, such as state_city, town, rural.</source>
      <extracomment>help of SETTLEMENT_FIELD of serviceaccessibility</extracomment>
      <translation>Vārdi, ko lieto NORMS, piemēram, state_city, town, rural.</translation>
    </message>
    <message>
      <source>Measures</source>
      <extracomment>MEASURES of serviceaccessibility</extracomment>
      <translation>Rādītāji</translation>
    </message>
    <message>
      <source>nearest: cost to the nearest service, always there. cumulative: what is within the threshold. gravity: the same, less the further away. 2sfca, e2sfca (with decay), 3sfca and bfca: supply for each person, shared with all who have it in reach. spatial_availability: a place's part of the supply.</source>
      <extracomment>help of MEASURES of serviceaccessibility</extracomment>
      <translation>nearest: izmaksas līdz tuvākajam pakalpojumam, vienmēr ir. cumulative: kas ir robežvērtības ietvaros. gravity: tas pats, jo tālāk, jo mazāk. 2sfca, e2sfca (ar dilšanu), 3sfca un bfca: piedāvājums uz katru cilvēku, dalīts ar visiem, kam tas sasniedzams. spatial_availability: vietas daļa no piedāvājuma.</translation>
    </message>
    <message>
      <source>Threshold (minutes or km)</source>
      <extracomment>THRESHOLD of serviceaccessibility</extracomment>
      <translation>Robežvērtība (minūtes vai km)</translation>
    </message>
    <message>
      <source>For types whose threshold_min in SERVICE_TYPES is empty. What lies at it is in reach.</source>
      <extracomment>help of THRESHOLD of serviceaccessibility</extracomment>
      <translation>Veidiem, kuru threshold_min tabulā SERVICE_TYPES ir tukšs. Kas ir tieši uz robežvērtības, ir sasniedzams.</translation>
    </message>
    <message>
      <source>Also the n-th nearest</source>
      <extracomment>NEAREST of serviceaccessibility</extracomment>
      <translation>Arī n-tais tuvākais</translation>
    </message>
    <message>
      <source>With 3, nearest_3_&lt;type&gt; is the cost to the third nearest: a choice, or a reserve.</source>
      <extracomment>help of NEAREST of serviceaccessibility</extracomment>
      <translation>Ar 3 nearest_3_&lt;type&gt; ir izmaksas līdz trešajam tuvākajam: izvēle vai rezerve.</translation>
    </message>
    <message>
      <source>Decay</source>
      <extracomment>DECAY of serviceaccessibility</extracomment>
      <translation>Dilšana</translation>
    </message>
    <message>
      <source>How a service counts the further away it is, for gravity, e2sfca, 3sfca, bfca and spatial_availability. Beyond the threshold it counts nothing.</source>
      <extracomment>help of DECAY of serviceaccessibility</extracomment>
      <translation>Cik pakalpojums sver, jo tālāk tas ir, rādītājiem gravity, e2sfca, 3sfca, bfca un spatial_availability. Aiz robežvērtības tas nesver neko.</translation>
    </message>
    <message>
      <source>Parameters of the decay</source>
      <extracomment>DECAY_PARAMETER of serviceaccessibility</extracomment>
      <translation>Dilšanas parametri</translation>
    </message>
    <message>
      <source>stepped: limit:weight, as 10:1, 20:0.68, 30:0.22. power: exponent, least cost. exponential: rate. gaussian: standard deviation. logistic: mean, standard deviation. Empty: by the threshold (exponential and gaussian weigh 0.01 there).</source>
      <extracomment>help of DECAY_PARAMETER of serviceaccessibility</extracomment>
      <translation>stepped: robeža:svars, piemēram, 10:1, 20:0.68, 30:0.22. power: kāpinātājs, mazākās izmaksas. exponential: koeficients. gaussian: standartnovirze. logistic: vidējais, standartnovirze. Tukšs: pēc robežvērtības (exponential un gaussian tur sver 0,01).</translation>
    </message>
    <message>
      <source>Willingness to use services abroad (0 to 1)</source>
      <extracomment>WILLINGNESS of serviceaccessibility</extracomment>
      <translation>Gatavība izmantot pakalpojumus ārvalstīs (no 0 līdz 1)</translation>
    </message>
    <message>
      <source>What services abroad weigh in the weighted measures (not nearest and cumulative), apart from any delay. 1 is the most optimistic assumption.</source>
      <extracomment>help of WILLINGNESS of serviceaccessibility</extracomment>
      <translation>Cik pakalpojumi ārvalstīs sver svērtajos rādītājos (ne nearest un cumulative), neatkarīgi no aizkaves. 1 ir optimistiskākais pieņēmums.</translation>
    </message>
    <message>
      <source>Group of the places (for equity)</source>
      <extracomment>GROUP_FIELD of serviceaccessibility</extracomment>
      <translation>Vietu grupa (vienlīdzībai)</translation>
    </message>
    <message>
      <source>Such as the municipality: indices for each, and between and within them.</source>
      <extracomment>help of GROUP_FIELD of serviceaccessibility</extracomment>
      <translation>Piemēram, pašvaldība: indeksi katrai grupai, kā arī starp tām un to iekšienē.</translation>
    </message>
    <message>
      <source>Rank of the places (for equity)</source>
      <extracomment>RANK_FIELD of serviceaccessibility</extracomment>
      <translation>Vietu rangs (vienlīdzībai)</translation>
    </message>
    <message>
      <source>Such as income: who has more, the rich or the poor? Palma and concentration index.</source>
      <extracomment>help of RANK_FIELD of serviceaccessibility</extracomment>
      <translation>Piemēram, ienākumi: kam ir vairāk, bagātajiem vai nabadzīgajiem? Palmas un koncentrācijas indekss.</translation>
    </message>
    <message>
      <source>Language</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation>Valoda</translation>
    </message>
    <message>
      <source>Of legends and maps.</source>
      <extracomment>help of LANGUAGE of serviceaccessibility</extracomment>
      <translation>Leģendām un kartēm.</translation>
    </message>
    <message>
      <source>Accessibility of places</source>
      <extracomment>OUTPUT of serviceaccessibility</extracomment>
      <translation>Vietu sasniedzamība</translation>
    </message>
    <message>
      <source>The places with measures.</source>
      <extracomment>help of OUTPUT of serviceaccessibility</extracomment>
      <translation>Vietas ar rādītājiem.</translation>
    </message>
    <message>
      <source>Equity</source>
      <extracomment>EQUITY of serviceaccessibility</extracomment>
      <translation>Vienlīdzība</translation>
    </message>
    <message>
      <source>A row for each measure and type, for all, each country and each group: Gini, Palma (mean of the top tenth of the people over that of the bottom four tenths; ranked by RANK_FIELD, else by the measure), Theil with its parts, and with RANK_FIELD the concentration index and Erreygers' index (bounds 0 and the most).</source>
      <extracomment>help of EQUITY of serviceaccessibility</extracomment>
      <translation>Rinda katram rādītājam un veidam, kopā, pa valstīm un grupām: Džini, Palma (augšējās desmitdaļas iedzīvotāju vidējais pret apakšējo četru desmitdaļu vidējo; sarindoti pēc RANK_FIELD, citādi pēc rādītāja), Teils ar tā daļām, un ar RANK_FIELD koncentrācijas indekss un Erreigersa indekss (robežas 0 un lielākā vērtība).</translation>
    </message>
    <message>
      <source>Norms met</source>
      <extracomment>NORMS_MET of serviceaccessibility</extracomment>
      <translation>Izpildītās normas</translation>
    </message>
    <message>
      <source>With NORMS: the share of people within the norm of their own country and settlement.</source>
      <extracomment>help of NORMS_MET of serviceaccessibility</extracomment>
      <translation>Ar NORMS: iedzīvotāju daļa, kam ir izpildīta savas valsts un apdzīvotības tipa norma.</translation>
    </message>
    <message>
      <source>Services and their demand</source>
      <extracomment>SERVICES_OUT of serviceaccessibility</extracomment>
      <translation>Pakalpojumi un to pieprasījums</translation>
    </message>
    <message>
      <source>The services with what counts of them, the demand in their reach, and supply for each; status unserved: supply, and nobody in reach.</source>
      <extracomment>help of SERVICES_OUT of serviceaccessibility</extracomment>
      <translation>Pakalpojumi ar to, kas no tiem skaitās, pieprasījumu to sasniedzamībā un piedāvājumu uz katru; statuss unserved: ir piedāvājums, bet neviens to nesasniedz.</translation>
    </message>
    <message>
      <source>Plots</source>
      <extracomment>PLOTS of serviceaccessibility</extracomment>
      <translation>Grafiki</translation>
    </message>
    <message>
      <source>How the measures are spread over people, by country, with tables.</source>
      <extracomment>help of PLOTS of serviceaccessibility</extracomment>
      <translation>Kā rādītāji sadalās pa iedzīvotājiem, pa valstīm, ar tabulām.</translation>
    </message>
    <message>
      <source>Transport performance</source>
      <extracomment>title of transportperformance</extracomment>
      <translation>Transporta veiktspēja</translation>
    </message>
    <message>
      <source>How many of the people nearby can be reached by road in time, at home and abroad.</source>
      <extracomment>summary of transportperformance</extracomment>
      <translation>Cik no tuvumā dzīvojošajiem var laikus sasniegt pa ceļu, savā valstī un ārvalstīs.</translation>
    </message>
    <message>
      <source>The European Commission's transport performance for each place: people reached by car within THRESHOLD minutes, over people within RADIUS kilometres in a straight line, in per cent; told apart by own country and abroad.

How to read the results: accessible, proximity and tp, each also _own and _abroad (people of the place's own country, people of others). border_gap is the share of people nearby at home who are reached less that of the people nearby abroad, in points: how much worse roads lead across the border than at home within the same distance; it is geography and roads, not law or language. tp can exceed 100 where fast roads lead beyond the radius (over_100 = 1). efficiency is the time taken over that of a straight line at TOP_SPEED, a mean over people: 1 is ideal. ZONES_OUT has population-weighted means of the places in each zone, and beside them tp_of_means, which sums up people first: the two differ, so say which you quote.

Limits: people beyond the data count too, so give POPULATION_LAYER as far as RADIUS around the places. frame_complete = 0: part of the circle lies outside FRAME (or of the hull of the population data), and tp is not comparable with figures of the Commission. edge_reached = 1: the roads of the data end by land within the threshold.</source>
      <extracomment>help of transportperformance</extracomment>
      <translation>Eiropas Komisijas transporta veiktspēja katrai vietai: iedzīvotāji, ko ar automobili sasniedz THRESHOLD minūtēs, pret iedzīvotājiem RADIUS kilometros taisnā līnijā, procentos; atsevišķi savā valstī un ārvalstīs.

Kā lasīt rezultātus: accessible, proximity un tp, katrs arī ar _own un _abroad (vietas pašas valsts iedzīvotāji, citu valstu iedzīvotāji). border_gap ir sasniegto daļa no tuvumā dzīvojošajiem savā valstī mīnus tāda pati daļa ārvalstīs, punktos: cik sliktāk ceļi ved pāri robežai nekā savā valstī tādā pašā attālumā; tā ir ģeogrāfija un ceļi, nevis tiesības vai valoda. tp var pārsniegt 100, ja ātri ceļi ved aiz rādiusa (over_100 = 1). efficiency ir patērētais laiks pret taisnas līnijas laiku ar TOP_SPEED, vidējais pa iedzīvotājiem: 1 ir ideāls. ZONES_OUT satur katras zonas vietu vidējos, svērtus ar iedzīvotājiem, un blakus tp_of_means, kas vispirms saskaita iedzīvotājus: abi atšķiras, tāpēc norādiet, kuru citējat.

Ierobežojumi: skaitās arī iedzīvotāji aiz datu malas, tāpēc dodiet POPULATION_LAYER līdz RADIUS ap vietām. frame_complete = 0: daļa apļa ir ārpus FRAME (vai iedzīvotāju datu apvalka), un tp nav salīdzināms ar Komisijas skaitļiem. edge_reached = 1: datu ceļi pa sauszemi beidzas robežvērtības ietvaros.</translation>
    </message>
    <message>
      <source>Population, also beyond the frame</source>
      <extracomment>POPULATION_LAYER of transportperformance</extracomment>
      <translation>Iedzīvotāji, arī ārpus ietvara</translation>
    </message>
    <message>
      <source>Grid cells or settlements with people, as far as RADIUS around the places, of all countries. Empty: the places themselves.</source>
      <extracomment>help of POPULATION_LAYER of transportperformance</extracomment>
      <translation>Visu valstu režģa šūnas vai apdzīvotas vietas ar iedzīvotājiem, līdz RADIUS ap vietām. Tukšs: pašas vietas.</translation>
    </message>
    <message>
      <source>People in it</source>
      <extracomment>POPULATION_LAYER_FIELD of transportperformance</extracomment>
      <translation>Iedzīvotāji tajā</translation>
    </message>
    <message>
      <source>Number of people.</source>
      <extracomment>help of POPULATION_LAYER_FIELD of transportperformance</extracomment>
      <translation>Iedzīvotāju skaits.</translation>
    </message>
    <message>
      <source>Country code in it</source>
      <extracomment>POPULATION_LAYER_COUNTRY_FIELD of transportperformance</extracomment>
      <translation>Valsts kods tajā</translation>
    </message>
    <message>
      <source>Empty: the country polygon it lies in, else the nearest road.</source>
      <extracomment>help of POPULATION_LAYER_COUNTRY_FIELD of transportperformance</extracomment>
      <translation>Tukšs: valsts poligons, kurā tas atrodas, citādi tuvākais ceļš.</translation>
    </message>
    <message>
      <source>Frame</source>
      <extracomment>FRAME of transportperformance</extracomment>
      <translation>Ietvars</translation>
    </message>
    <message>
      <source>The area in which the population is known completely, with the sea in it. Empty: the convex hull of the population.</source>
      <extracomment>help of FRAME of transportperformance</extracomment>
      <translation>Teritorija, kurā iedzīvotāji ir pilnībā zināmi, kopā ar jūru. Tukšs: iedzīvotāju izliektais apvalks.</translation>
    </message>
    <message>
      <source>Threshold (minutes)</source>
      <extracomment>THRESHOLD of transportperformance</extracomment>
      <translation>Robežvērtība (minūtes)</translation>
    </message>
    <message>
      <source>Whom one reaches by car.</source>
      <extracomment>help of THRESHOLD of transportperformance</extracomment>
      <translation>Ko sasniedz ar automobili.</translation>
    </message>
    <message>
      <source>Radius (km)</source>
      <extracomment>RADIUS of transportperformance</extracomment>
      <translation>Rādiuss (km)</translation>
    </message>
    <message>
      <source>Who lives near, straight line.</source>
      <extracomment>help of RADIUS of transportperformance</extracomment>
      <translation>Kas dzīvo tuvumā, taisnā līnijā.</translation>
    </message>
    <message>
      <source>Speed of the ideal way (km/h)</source>
      <extracomment>TOP_SPEED of transportperformance</extracomment>
      <translation>Ideālā ceļa ātrums (km/h)</translation>
    </message>
    <message>
      <source>For efficiency: a straight line at this speed.</source>
      <extracomment>help of TOP_SPEED of transportperformance</extracomment>
      <translation>Efektivitātei: taisna līnija ar šādu ātrumu.</translation>
    </message>
    <message>
      <source>Zone of the places</source>
      <extracomment>ZONE_FIELD of transportperformance</extracomment>
      <translation>Vietu zona</translation>
    </message>
    <message>
      <source>Such as the municipality, for ZONES_OUT.</source>
      <extracomment>help of ZONE_FIELD of transportperformance</extracomment>
      <translation>Piemēram, pašvaldība, izvadei ZONES_OUT.</translation>
    </message>
    <message>
      <source>The places with indicators.</source>
      <extracomment>help of OUTPUT of transportperformance</extracomment>
      <translation>Vietas ar rādītājiem.</translation>
    </message>
    <message>
      <source>Transport performance of zones</source>
      <extracomment>ZONES_OUT of transportperformance</extracomment>
      <translation>Zonu transporta veiktspēja</translation>
    </message>
    <message>
      <source>With ZONE_FIELD: population-weighted means.</source>
      <extracomment>help of ZONES_OUT of transportperformance</extracomment>
      <translation>Ar ZONE_FIELD: vidējie, svērti ar iedzīvotājiem.</translation>
    </message>
    <message>
      <source>Travel time matrix</source>
      <extracomment>title of traveltimematrix</extracomment>
      <translation>Brauciena laiku matrica</translation>
    </message>
    <message>
      <source>Travel times or distances between origins and destinations, all pairs or the k nearest.</source>
      <extracomment>summary of traveltimematrix</extracomment>
      <translation>Brauciena laiki vai attālumi starp sākumpunktiem un galamērķiem, visi pāri vai k tuvākie.</translation>
    </message>
    <message>
      <source>Travel time (or distance) by car from every origin to every destination, to the NEAREST ones only, or between those with the same value of PAIR_FIELD. Points join the nearest road of their own country, anywhere on it, with one-way directions kept. Large matrices go to OUTPUT_FILE, one block at a time.

How to read the results: one row a pair. status says ok, unreached (no way within MAX_COST under this border), or why an end could not be used (origin too_far: further from a road than SNAP_DISTANCE; one_way_trap: no way out of there). Points that could not be used are also in UNREACHED. distance_km beside time_min is that of the fastest way, with the way to the road.

Limits: by car at the speeds of the network, without traffic, parking or waiting. Where local roads are missing, times come out too long.</source>
      <extracomment>help of traveltimematrix</extracomment>
      <translation>Brauciena laiks (vai attālums) ar automobili no katra sākumpunkta līdz katram galamērķim, tikai līdz NEAREST tuvākajiem vai starp tiem, kam ir vienāda PAIR_FIELD vērtība. Punkti tiek piesaistīti savas valsts tuvākajam ceļam jebkurā tā vietā, ievērojot vienvirziena kustību. Lielas matricas raksta OUTPUT_FILE pa blokam.

Kā lasīt rezultātus: viena rinda katram pārim. status saka ok, unreached (MAX_COST ietvaros ar šādu robežu ceļa nav) vai kāpēc galu nevarēja izmantot (sākumpunkts too_far: no ceļa tālāk par SNAP_DISTANCE; one_way_trap: no turienes nav izejas). Punkti, ko nevarēja izmantot, ir arī tabulā UNREACHED. distance_km blakus time_min ir ātrākā ceļa garums kopā ar ceļu līdz ceļu tīklam.

Ierobežojumi: ar automobili tīkla ātrumos, bez satiksmes, stāvvietas meklēšanas un gaidīšanas. Kur trūkst vietējo ceļu, laiki iznāk par garu.</translation>
    </message>
    <message>
      <source>Destinations</source>
      <extracomment>DESTINATIONS of traveltimematrix</extracomment>
      <translation>Galamērķi</translation>
    </message>
    <message>
      <source>Id of the destinations</source>
      <extracomment>DESTINATION_ID of traveltimematrix</extracomment>
      <translation>Galamērķu identifikators</translation>
    </message>
    <message>
      <source>Only the nearest (number; 0: all)</source>
      <extracomment>NEAREST of traveltimematrix</extracomment>
      <translation>Tikai tuvākie (skaits; 0: visi)</translation>
    </message>
    <message>
      <source>Keep the k nearest destinations of each origin.</source>
      <extracomment>help of NEAREST of traveltimematrix</extracomment>
      <translation>Paturēt katra sākumpunkta k tuvākos galamērķus.</translation>
    </message>
    <message>
      <source>Pairs by this field</source>
      <extracomment>PAIR_FIELD of traveltimematrix</extracomment>
      <translation>Pāri pēc šī lauka</translation>
    </message>
    <message>
      <source>Only origins and destinations with the same value; the field is in both layers. NEAREST does not count then.</source>
      <extracomment>help of PAIR_FIELD of traveltimematrix</extracomment>
      <translation>Tikai sākumpunkti un galamērķi ar vienādu vērtību; lauks ir abos slāņos. NEAREST tad neskaitās.</translation>
    </message>
    <message>
      <source>Also the distance along the fastest way</source>
      <extracomment>DISTANCES of traveltimematrix</extracomment>
      <translation>Arī attālums pa ātrāko ceļu</translation>
    </message>
    <message>
      <source>Adds distance_km; takes some times as long.</source>
      <extracomment>help of DISTANCES of traveltimematrix</extracomment>
      <translation>Pievieno distance_km; prasa vairākas reizes ilgāku laiku.</translation>
    </message>
    <message>
      <source>Engine</source>
      <extracomment>ENGINE of traveltimematrix</extracomment>
      <translation>Dzinējs</translation>
    </message>
    <message>
      <source>dask: blocks of origins are computed by the workers of a Dask cluster, with the same numbers. Start it with 'dask scheduler' on one machine and 'dask worker tcp://…:8786' on each, with the folder that holds smart_planning_plugin in PYTHONPATH.</source>
      <extracomment>help of ENGINE of traveltimematrix</extracomment>
      <translation>dask: sākumpunktu blokus rēķina Dask klastera darbinieki, ar tiem pašiem skaitļiem. Palaidiet to ar 'dask scheduler' vienā datorā un 'dask worker tcp://…:8786' katrā, norādot mapi, kurā ir smart_planning_plugin, mainīgajā PYTHONPATH.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <extracomment>SCHEDULER of traveltimematrix</extracomment>
      <translation>Dask plānotājs</translation>
    </message>
    <message>
      <source>As in tcp://10.0.0.1:8786.</source>
      <extracomment>help of SCHEDULER of traveltimematrix</extracomment>
      <translation>Kā tcp://10.0.0.1:8786.</translation>
    </message>
    <message>
      <source>Way of searching</source>
      <extracomment>KERNEL of traveltimematrix</extracomment>
      <translation>Meklēšanas veids</translation>
    </message>
    <message>
      <source>auto chooses by size and says what it chose; search: Dijkstra from each place; hierarchy: a contraction hierarchy. All give the same.</source>
      <extracomment>help of KERNEL of traveltimematrix</extracomment>
      <translation>auto izvēlas pēc lieluma un pasaka, ko izvēlējies; search: Deikstras algoritms no katras vietas; hierarchy: saraušanas hierarhija. Visi dod vienu un to pašu.</translation>
    </message>
    <message>
      <source>Matrix</source>
      <extracomment>OUTPUT of traveltimematrix</extracomment>
      <translation>Matrica</translation>
    </message>
    <message>
      <source>A row for each pair.</source>
      <extracomment>help of OUTPUT of traveltimematrix</extracomment>
      <translation>Rinda katram pārim.</translation>
    </message>
    <message>
      <source>Points that could not be used</source>
      <extracomment>UNREACHED of traveltimematrix</extracomment>
      <translation>Punkti, ko nevarēja izmantot</translation>
    </message>
    <message>
      <source>Origins and destinations with the reason.</source>
      <extracomment>help of UNREACHED of traveltimematrix</extracomment>
      <translation>Sākumpunkti un galamērķi ar iemeslu.</translation>
    </message>
    <message>
      <source>Matrix as a file</source>
      <extracomment>OUTPUT_FILE of traveltimematrix</extracomment>
      <translation>Matrica kā fails</translation>
    </message>
    <message>
      <source>The same rows, written block by block however many there are; Parquet needs pyarrow.</source>
      <extracomment>help of OUTPUT_FILE of traveltimematrix</extracomment>
      <translation>Tās pašas rindas, rakstītas pa blokam, lai cik to būtu; Parquet vajag pyarrow.</translation>
    </message>
    <message>
      <source>3 Across the border</source>
      <extracomment>group of algorithms</extracomment>
      <translation>3 Pāri robežai</translation>
    </message>
    <message>
      <source>Border effect</source>
      <extracomment>title of bordereffect</extracomment>
      <translation>Robežas ietekme</translation>
    </message>
    <message>
      <source>Accessibility with the border open, delayed and closed, side by side.</source>
      <extracomment>summary of bordereffect</extracomment>
      <translation>Sasniedzamība ar atvērtu robežu, aizkavi un slēgtu robežu, blakus.</translation>
    </message>
    <message>
      <source>Any measure of accessibility under several states of the border, and what lies between the first and the last. Nothing is prepared twice: a state only changes what crossings cost.

How to read the results: &lt;measure&gt;_&lt;type&gt;_open, _delay, _closed are the measure in each state. loss_abs_ and loss_pct_ are positive where people are worse off. gain_min_&lt;type&gt; is the way to the nearest service at home less that to the nearest of all, in the first state: what a service across the border could save; newly_served_&lt;type&gt; = 1: none is reached at home. cut_off_&lt;type&gt; = 1: reached in the first state and not in the last. &lt;measure&gt;_own_&lt;type&gt; does not count services abroad, which is not a closed border: a way at home may lead through the neighbour. In SUMMARY each country stands by itself, so that both directions show, and so do distances from the border; for weighted measures the loss in per cent is given for a willingness of 1, 0.5 and 0.2 to use services abroad: quote the range. With NORMS, within_norm_&lt;type&gt;_&lt;state&gt; and people_within_norm_&lt;state&gt; compare with the norm of the own country and settlement; with SERVICE_CHANGES, change_&lt;measure&gt;_&lt;type&gt;_&lt;state&gt; is the result with the changes less the present. PLOTS draws the states side by side, by country.

Limits: the difference is geography, how roads, people and services lie to each other. It is neither law, language nor price, and no forecast. Where local crossings are missing in the network, losses and people cut off come out too high. Measures with competition may gain from a closed border, because people abroad do not share any more.</source>
      <extracomment>help of bordereffect</extracomment>
      <translation>Jebkurš sasniedzamības rādītājs vairākos robežas stāvokļos un starpība starp pirmo un pēdējo. Nekas netiek sagatavots divreiz: stāvoklis maina tikai to, ko maksā šķērsojumi.

Kā lasīt rezultātus: &lt;measure&gt;_&lt;type&gt;_open, _delay, _closed ir rādītājs katrā stāvoklī. loss_abs_ un loss_pct_ ir pozitīvi, ja cilvēkiem kļūst sliktāk. gain_min_&lt;type&gt; ir ceļš līdz tuvākajam pakalpojumam savā valstī mīnus ceļš līdz tuvākajam no visiem pirmajā stāvoklī: ko varētu ietaupīt pakalpojums pāri robežai; newly_served_&lt;type&gt; = 1: savā valstī neviens nav sasniedzams. cut_off_&lt;type&gt; = 1: sasniegts pirmajā stāvoklī, bet ne pēdējā. &lt;measure&gt;_own_&lt;type&gt; neskaita pakalpojumus ārvalstīs, un tas nav tas pats, kas slēgta robeža: ceļš savā valstī var vest caur kaimiņvalsti. Tabulā SUMMARY katra valsts ir atsevišķi, lai būtu redzami abi virzieni, tāpat attālumi no robežas; svērtajiem rādītājiem zaudējums procentos ir dots gatavībai 1, 0,5 un 0,2 izmantot pakalpojumus ārvalstīs: norādiet visu diapazonu. Ar NORMS within_norm_&lt;type&gt;_&lt;state&gt; un people_within_norm_&lt;state&gt; salīdzina ar pašas valsts un apdzīvotas vietas tipa normu; ar SERVICE_CHANGES change_&lt;measure&gt;_&lt;type&gt;_&lt;state&gt; ir rezultāts ar izmaiņām mīnus pašreizējais. PLOTS rāda stāvokļus blakus, pa valstīm.

Ierobežojumi: starpība ir ģeogrāfija – kā cits pret citu atrodas ceļi, cilvēki un pakalpojumi. Tā nav ne tiesības, ne valoda, ne cena, un nav prognoze. Ja tīklā trūkst vietējo šķērsojumu, zaudējumi un atgriezto iedzīvotāju skaits iznāk par lielu. Rādītāji ar konkurenci var iegūt no slēgtas robežas, jo ārvalstu iedzīvotāji vairs nedala pakalpojumu.</translation>
    </message>
    <message>
      <source>States of the border, side by side</source>
      <extracomment>SCENARIOS of bordereffect</extracomment>
      <translation>Robežas stāvokļi, blakus</translation>
    </message>
    <message>
      <source>open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay where that is empty. closed: nobody crosses, a thought experiment about geography, not a forecast. The first is compared with the last, in this order.</source>
      <extracomment>help of SCENARIOS of bordereffect</extracomment>
      <translation>open: šķērsojumus šķērso bez aizkaves. delay: katrā ir aizkave BORDER_DELAY vai, ja tā nav norādīta, paša šķērsojuma aizkave. closed: robežu nešķērso neviens; tas ir domu eksperiments par ģeogrāfiju, nevis prognoze. Pirmo salīdzina ar pēdējo šādā secībā.</translation>
    </message>
    <message>
      <source>Distances from the border (km)</source>
      <extracomment>BANDS of bordereffect</extracomment>
      <translation>Attālumi no robežas (km)</translation>
    </message>
    <message>
      <source>Limits of the bands of SUMMARY, from the nearest other country, or without COUNTRIES from the nearest crossing.</source>
      <extracomment>help of BANDS of bordereffect</extracomment>
      <translation>SUMMARY joslu robežas, no tuvākās citas valsts vai, bez COUNTRIES, no tuvākā šķērsojuma.</translation>
    </message>
    <message>
      <source>The places with all states.</source>
      <extracomment>help of OUTPUT of bordereffect</extracomment>
      <translation>Vietas ar visiem stāvokļiem.</translation>
    </message>
    <message>
      <source>Border effect by country and distance</source>
      <extracomment>SUMMARY of bordereffect</extracomment>
      <translation>Robežas ietekme pa valstīm un attālumiem</translation>
    </message>
    <message>
      <source>A row for each measure and type: for all, each country, each band.</source>
      <extracomment>help of SUMMARY of bordereffect</extracomment>
      <translation>Rinda katram rādītājam un veidam: kopā, pa valstīm, pa joslām.</translation>
    </message>
    <message>
      <source>How the measures are spread over people in each state, by country, with tables.</source>
      <extracomment>help of PLOTS of bordereffect</extracomment>
      <translation>Kā rādītāji sadalās pa iedzīvotājiem katrā stāvoklī, pa valstīm, ar tabulām.</translation>
    </message>
    <message>
      <source>Shared service areas</source>
      <extracomment>title of sharedserviceareas</extracomment>
      <translation>Kopīgu pakalpojumu teritorijas</translation>
    </message>
    <message>
      <source>What services are reached from where, at home and across the border, and by how many.</source>
      <extracomment>summary of sharedserviceareas</extracomment>
      <translation>Kādus pakalpojumus no kurienes sasniedz savā valstī un pāri robežai, un cik iedzīvotāju.</translation>
    </message>
    <message>
      <source>For each type of service, compares from every place and every part of the territory the way to the nearest facility of the own country with the way to the nearest one abroad (plus the extra minutes of the type), under the border in force.

How to read the results. Categories: no_data (the place could not be used), unserved (neither within the threshold), own_only, own_nearer (abroad is in reach, home is nearer by the advantage), choice (less than the advantage apart), abroad_nearer, abroad_only (reached only because the border can be crossed). choice, abroad_nearer and abroad_only together are the potentially shared area: reachable, which is not the same as shared. Types that SERVICE_TYPES calls not_shareable are left out unless asked for. People are the sum over places, each with its own category; they add up to all. nearest_population counts those who live nearest to a facility, not its users; overflow says which could not take them all (people_per_capacity in SERVICE_TYPES). standing tells what is documented in EVIDENCE from what is a potential. Shared service zones are candidates for cooperation; their ids stay as long as their largest places do. SUMMARY ends with sentences to paste, SENSITIVITY says how much hangs on threshold, advantage and delay, CHANGES what a scenario changes for whom.

Limits: travel times hold for the roads that are in the network; where local roads and crossings are missing, the ways come out too long. Nobody's language, income, car or wish to go is computed.</source>
      <extracomment>help of sharedserviceareas</extracomment>
      <translation>Katram pakalpojuma veidam no katras vietas un katras teritorijas daļas salīdzina ceļu līdz tuvākajai pakalpojuma vietai savā valstī ar ceļu līdz tuvākajai ārvalstīs (plus veida papildu minūtes) pie spēkā esošās robežas.

Kā lasīt rezultātus. Kategorijas: no_data (vietu nevarēja izmantot), unserved (neviens nav robežvērtības ietvaros), own_only, own_nearer (ārvalstīs ir sasniedzams, savā valstī tuvāks par priekšrocību), choice (atšķirība mazāka par priekšrocību), abroad_nearer, abroad_only (sasniegts tikai tāpēc, ka robežu var šķērsot). choice, abroad_nearer un abroad_only kopā ir potenciāli kopīgā teritorija: sasniedzama, kas nav tas pats, kas kopīga. Veidus, ko SERVICE_TYPES sauc par not_shareable, izlaiž, ja tos nepieprasa. Iedzīvotāji ir summa pa vietām, katra ar savu kategoriju; kopā tie veido visus. nearest_population skaita tos, kas dzīvo vistuvāk pakalpojuma vietai, nevis tās lietotājus; overflow pasaka, kuras visus nevarētu uzņemt (people_per_capacity tabulā SERVICE_TYPES). standing atšķir to, kas dokumentēts tabulā EVIDENCE, no tā, kas ir iespēja. Kopīgu pakalpojumu zonas ir sadarbības kandidātes; to identifikatori paliek, kamēr paliek to lielākās vietas. SUMMARY beidzas ar teikumiem, ko iekopēt, SENSITIVITY pasaka, cik daudz ir atkarīgs no robežvērtības, priekšrocības un aizkaves, CHANGES – ko un kam maina scenārijs.

Ierobežojumi: brauciena laiki attiecas uz ceļiem, kas ir tīklā; ja trūkst vietējo ceļu un šķērsojumu, ceļi iznāk par garu. Neviena valoda, ienākumi, automobilis vai vēlme braukt netiek aprēķināta.</translation>
    </message>
    <message>
      <source>For types whose threshold_min in SERVICE_TYPES is empty.</source>
      <extracomment>help of THRESHOLD of sharedserviceareas</extracomment>
      <translation>Veidiem, kuru threshold_min tabulā SERVICE_TYPES ir tukšs.</translation>
    </message>
    <message>
      <source>Advantage that matters (minutes)</source>
      <extracomment>ADVANTAGE of sharedserviceareas</extracomment>
      <translation>Priekšrocība, kas ir no svara (minūtes)</translation>
    </message>
    <message>
      <source>Less than this apart is a choice; for types whose advantage_min is empty.</source>
      <extracomment>help of ADVANTAGE of sharedserviceareas</extracomment>
      <translation>Mazāka atšķirība ir izvēle; veidiem, kuru advantage_min ir tukšs.</translation>
    </message>
    <message>
      <source>Smallest share of a shared facility</source>
      <extracomment>MIN_SHARE of sharedserviceareas</extracomment>
      <translation>Kopīgas pakalpojuma vietas mazākā daļa</translation>
    </message>
    <message>
      <source>A facility is shared when each of two countries has at least this share of those who live nearest to it.</source>
      <extracomment>help of MIN_SHARE of sharedserviceareas</extracomment>
      <translation>Pakalpojuma vieta ir kopīga, ja katrai no divām valstīm ir vismaz šāda daļa no tiem, kas tai dzīvo vistuvāk.</translation>
    </message>
    <message>
      <source>How far apart travel times are known; areas end between two of them.</source>
      <extracomment>help of CELL_SIZE of sharedserviceareas</extracomment>
      <translation>Cik tālu cits no cita ir zināmi brauciena laiki; teritorijas beidzas starp diviem no tiem.</translation>
    </message>
    <message>
      <source>Study area</source>
      <extracomment>STUDY_AREA of sharedserviceareas</extracomment>
      <translation>Pētāmā teritorija</translation>
    </message>
    <message>
      <source>Areas are drawn inside it; empty: the countries around the places.</source>
      <extracomment>help of STUDY_AREA of sharedserviceareas</extracomment>
      <translation>Teritorijas zīmē tās iekšienē; tukšs: valstis ap vietām.</translation>
    </message>
    <message>
      <source>Municipalities</source>
      <extracomment>MUNICIPALITIES of sharedserviceareas</extracomment>
      <translation>Pašvaldības</translation>
    </message>
    <message>
      <source>To name those that a shared service zone touches.</source>
      <extracomment>help of MUNICIPALITIES of sharedserviceareas</extracomment>
      <translation>Lai nosauktu tās, kuras skar kopīgu pakalpojumu zona.</translation>
    </message>
    <message>
      <source>Name of the municipality</source>
      <extracomment>MUNICIPALITY_NAME_FIELD of sharedserviceareas</extracomment>
      <translation>Pašvaldības nosaukums</translation>
    </message>
    <message>
      <source>Their names.</source>
      <extracomment>help of MUNICIPALITY_NAME_FIELD of sharedserviceareas</extracomment>
      <translation>To nosaukumi.</translation>
    </message>
    <message>
      <source>Documented cooperation</source>
      <extracomment>EVIDENCE of sharedserviceareas</extracomment>
      <translation>Dokumentēta sadarbība</translation>
    </message>
    <message>
      <source>What tells documented from potential; one row a document: type, title, and where known service_id (empty: all of the type), country of the residents (empty: all), kind (agreement, users, transport, project, other), users, date, source.</source>
      <extracomment>help of EVIDENCE of sharedserviceareas</extracomment>
      <translation>Kas atšķir dokumentēto no iespējamā; viena rinda katram dokumentam: type, title un, ja zināms, service_id (tukšs: visi šī veida), iedzīvotāju country (tukšs: visas), kind (agreement, users, transport, project, other), users, date, source.</translation>
    </message>
    <message>
      <source>Places of another run (for CHANGES)</source>
      <extracomment>COMPARE_WITH of sharedserviceareas</extracomment>
      <translation>Citas izpildes vietas (izvadei CHANGES)</translation>
    </message>
    <message>
      <source>The places by type of service of an earlier run. Empty: the border open and the services without SERVICE_CHANGES.</source>
      <extracomment>help of COMPARE_WITH of sharedserviceareas</extracomment>
      <translation>Agrākas izpildes vietas pa pakalpojumu veidiem. Tukšs: atvērta robeža un pakalpojumi bez SERVICE_CHANGES.</translation>
    </message>
    <message>
      <source>Also types that cannot be shared</source>
      <extracomment>SHOW_NOT_SHAREABLE of sharedserviceareas</extracomment>
      <translation>Arī veidi, ko nevar izmantot kopīgi</translation>
    </message>
    <message>
      <source>By default they are left out, so that no map promises what the law does not allow.</source>
      <extracomment>help of SHOW_NOT_SHAREABLE of sharedserviceareas</extracomment>
      <translation>Parasti tos izlaiž, lai neviena karte nesolītu to, ko likums neatļauj.</translation>
    </message>
    <message>
      <source>A row for each type, category and country.</source>
      <extracomment>help of AREAS of sharedserviceareas</extracomment>
      <translation>Rinda katram veidam, kategorijai un valstij.</translation>
    </message>
    <message>
      <source>Facilities and who lives nearest</source>
      <extracomment>FACILITIES of sharedserviceareas</extracomment>
      <translation>Pakalpojumu vietas un tuvākie iedzīvotāji</translation>
    </message>
    <message>
      <source>The services with the people nearest to them, by country.</source>
      <extracomment>help of FACILITIES of sharedserviceareas</extracomment>
      <translation>Pakalpojumi ar tiem tuvākajiem iedzīvotājiem, pa valstīm.</translation>
    </message>
    <message>
      <source>Places by type of service</source>
      <extracomment>PLACES_OUT of sharedserviceareas</extracomment>
      <translation>Vietas pa pakalpojumu veidiem</translation>
    </message>
    <message>
      <source>A row for each place and type, with times, category and gain.</source>
      <extracomment>help of PLACES_OUT of sharedserviceareas</extracomment>
      <translation>Rinda katrai vietai un veidam ar laikiem, kategoriju un ieguvumu.</translation>
    </message>
    <message>
      <source>Shared service zones</source>
      <extracomment>SHARED_ZONES of sharedserviceareas</extracomment>
      <translation>Kopīgu pakalpojumu zonas</translation>
    </message>
    <message>
      <source>Contiguous pieces of the potentially shared area on both sides of the border.</source>
      <extracomment>help of SHARED_ZONES of sharedserviceareas</extracomment>
      <translation>Potenciāli kopīgās teritorijas nepārtraukti gabali abpus robežai.</translation>
    </message>
    <message>
      <source>What changes for places</source>
      <extracomment>CHANGES of sharedserviceareas</extracomment>
      <translation>Kas mainās vietām</translation>
    </message>
    <message>
      <source>A row for each place and type: before (COMPARE_WITH, else the border open and the services without SERVICE_CHANGES) and after.</source>
      <extracomment>help of CHANGES of sharedserviceareas</extracomment>
      <translation>Rinda katrai vietai un veidam: pirms (COMPARE_WITH, citādi atvērta robeža un pakalpojumi bez SERVICE_CHANGES) un pēc.</translation>
    </message>
    <message>
      <source>Sensitivity</source>
      <extracomment>SENSITIVITY of sharedserviceareas</extracomment>
      <translation>Jutīgums</translation>
    </message>
    <message>
      <source>People by type and country under other thresholds, advantages and delays.</source>
      <extracomment>help of SENSITIVITY of sharedserviceareas</extracomment>
      <translation>Iedzīvotāji pa veidiem un valstīm ar citām robežvērtībām, priekšrocībām un aizkavēm.</translation>
    </message>
    <message>
      <source>Summary by type of service</source>
      <extracomment>SUMMARY of sharedserviceareas</extracomment>
      <translation>Kopsavilkums pa pakalpojumu veidiem</translation>
    </message>
    <message>
      <source>Numbers for each type, and the finding in words in three languages.</source>
      <extracomment>help of SUMMARY of sharedserviceareas</extracomment>
      <translation>Skaitļi katram veidam un secinājums vārdos trīs valodās.</translation>
    </message>
    <message>
      <source>1 Network</source>
      <extracomment>group of algorithms</extracomment>
      <translation>1 Tīkls</translation>
    </message>
    <message>
      <source>Importance of border crossings</source>
      <extracomment>title of bordercrossings</extracomment>
      <translation>Robežas šķērsojumu nozīme</translation>
    </message>
    <message>
      <source>What each border crossing carries, and what its closing would do.</source>
      <extracomment>summary of bordercrossings</extracomment>
      <translation>Ko nes katrs robežas šķērsojums un ko izraisītu tā slēgšana.</translation>
    </message>
    <message>
      <source>Models trips between people of two countries (people times people times DECAY of the minutes between them), sends each over its fastest way, and closes one crossing after the other. Trips above MAX_COST (empty: 120 minutes) do not count.

How to read the results: share_of_trips is the share of these modelled trips over the crossing (a trip over two crossings counts at both); trips only compares crossings, nobody counted them. detour_if_closed_min is the mean detour of its trips that find any other way, extra_time_share what that adds to the time of all trips. cut_off_trips is the share of all trips that find no way any more, cut_off_population the people who no longer reach anybody abroad in time, redundancy the share of its trips that still find a way in time. rank 1 carries most.

Only crossings in the network are there: where local ones are missing, detours and people cut off come out too high. A list of crossings by importance is a security matter, too.</source>
      <extracomment>help of bordercrossings</extracomment>
      <translation>Modelē braucienus starp divu valstu iedzīvotājiem (iedzīvotāji reiz iedzīvotāji reiz minūšu starp tiem DECAY), katru sūta pa ātrāko ceļu un slēdz šķērsojumus citu pēc cita. Braucieni, kas pārsniedz MAX_COST (tukšs: 120 minūtes), neskaitās.

Kā lasīt rezultātus: share_of_trips ir šo modelēto braucienu daļa caur šķērsojumu (brauciens pa diviem šķērsojumiem skaitās abos); trips tikai salīdzina šķērsojumus, neviens tos nav skaitījis. detour_if_closed_min ir vidējais līkums tā braucieniem, kas atrod citu ceļu, extra_time_share – ko tas pieliek visu braucienu laikam. cut_off_trips ir visu braucienu daļa, kas vairs neatrod ceļu, cut_off_population – iedzīvotāji, kas laikus vairs nesasniedz nevienu ārvalstīs, redundancy – tā braucienu daļa, kas ceļu laikus tomēr atrod. rank 1 nes visvairāk.

Ir tikai tīklā esošie šķērsojumi: ja trūkst vietējo, līkumi un atgriezto iedzīvotāju skaits iznāk par lielu. Šķērsojumu saraksts pēc nozīmes ir arī drošības jautājums.</translation>
    </message>
    <message>
      <source>Addresses, grid points or settlements inside the polygons. The one nearest to the centre of a polygon's people stands for it.</source>
      <extracomment>help of POPULATION_POINTS of bordercrossings</extracomment>
      <translation>Adreses, režģa punkti vai apdzīvotas vietas poligonu iekšienē. Poligonu pārstāv tas, kurš ir tuvākais tā iedzīvotāju centram.</translation>
    </message>
    <message>
      <source>Decay of trips with minutes</source>
      <extracomment>DECAY of bordercrossings</extracomment>
      <translation>Braucienu dilšana ar minūtēm</translation>
    </message>
    <message>
      <source>How the number of trips falls with the time between two places.</source>
      <extracomment>help of DECAY of bordercrossings</extracomment>
      <translation>Kā braucienu skaits samazinās līdz ar laiku starp divām vietām.</translation>
    </message>
    <message>
      <source>exponential: rate per minute. power: exponent, least minutes. gaussian: standard deviation. Empty: by MAX_COST (exponential and gaussian weigh 0.01 there).</source>
      <extracomment>help of DECAY_PARAMETER of bordercrossings</extracomment>
      <translation>exponential: koeficients minūtē. power: kāpinātājs, mazākais minūšu skaits. gaussian: standartnovirze. Tukšs: pēc MAX_COST (exponential un gaussian tur sver 0,01).</translation>
    </message>
    <message>
      <source>Border crossings by importance</source>
      <extracomment>OUTPUT of bordercrossings</extracomment>
      <translation>Robežas šķērsojumi pēc nozīmes</translation>
    </message>
    <message>
      <source>The crossings that are open, the most important first.</source>
      <extracomment>help of OUTPUT of bordercrossings</extracomment>
      <translation>Atvērtie šķērsojumi, svarīgākais pirmais.</translation>
    </message>
    <message>
      <source>Border zones</source>
      <extracomment>title of borderzones</extracomment>
      <translation>Robežas zonas</translation>
    </message>
    <message>
      <source>Drive time from each place to its nearest border crossing, in bands.</source>
      <extracomment>summary of borderzones</extracomment>
      <translation>Brauciena laiks no katras vietas līdz tuvākajam robežas šķērsojumam, pa joslām.</translation>
    </message>
    <message>
      <source>For each place the drive time to the nearest border crossing, and the people of each country in bands of it. Crossings that are shut do not count; the way to a crossing is the same however the border is.

How to read the results: band 0-30 holds places up to and with 30 minutes. unreached: no way to a crossing; not_used: the place could not be used, its status says why. The SUMMARY adds up to all places; with BEFORE_FIELD, change_pct is the change of people in the band and vs_country how it differs from that of all places of the country, in points: let the places cover the country. Only crossings of roads in the network count: where local roads are missing, places are nearer to the border than it says.</source>
      <extracomment>help of borderzones</extracomment>
      <translation>Katrai vietai brauciena laiks līdz tuvākajam robežas šķērsojumam un katras valsts iedzīvotāji pa joslām. Slēgti šķērsojumi neskaitās; ceļš līdz šķērsojumam ir vienāds, lai kāda būtu robeža.

Kā lasīt rezultātus: joslā 0-30 ir vietas līdz 30 minūtēm ieskaitot. unreached: līdz šķērsojumam nav ceļa; not_used: vietu nevarēja izmantot, tās statuss pasaka, kāpēc. SUMMARY kopā veido visas vietas; ar BEFORE_FIELD change_pct ir iedzīvotāju skaita izmaiņas joslā un vs_country – cik tās atšķiras no visu valsts vietu izmaiņām, punktos: vietām jāaptver visa valsts. Skaitās tikai tīklā esošie ceļu šķērsojumi: ja trūkst vietējo ceļu, vietas ir tuvāk robežai, nekā norādīts.</translation>
    </message>
    <message>
      <source>Upper limits of the bands (minutes)</source>
      <extracomment>BANDS of borderzones</extracomment>
      <translation>Joslu augšējās robežas (minūtes)</translation>
    </message>
    <message>
      <source>Numbers with commas.</source>
      <extracomment>help of BANDS of borderzones</extracomment>
      <translation>Skaitļi, atdalīti ar komatu.</translation>
    </message>
    <message>
      <source>Population at an earlier date</source>
      <extracomment>BEFORE_FIELD of borderzones</extracomment>
      <translation>Iedzīvotāju skaits agrākā datumā</translation>
    </message>
    <message>
      <source>For the change of people in each band. Empty: none.</source>
      <extracomment>help of BEFORE_FIELD of borderzones</extracomment>
      <translation>Iedzīvotāju skaita izmaiņām katrā joslā. Tukšs: nav.</translation>
    </message>
    <message>
      <source>Places by their distance to the border</source>
      <extracomment>OUTPUT of borderzones</extracomment>
      <translation>Vietas pēc attāluma līdz robežai</translation>
    </message>
    <message>
      <source>The places with border_min, crossing_id, crossing_name and band.</source>
      <extracomment>help of OUTPUT of borderzones</extracomment>
      <translation>Vietas ar border_min, crossing_id, crossing_name un band.</translation>
    </message>
    <message>
      <source>People by band and country</source>
      <extracomment>SUMMARY of borderzones</extracomment>
      <translation>Iedzīvotāji pa joslām un valstīm</translation>
    </message>
    <message>
      <source>country, band, places, population and their share of the country's people here; with BEFORE_FIELD also the change.</source>
      <extracomment>help of SUMMARY of borderzones</extracomment>
      <translation>country, band, places, population un to daļa no valsts iedzīvotājiem šeit; ar BEFORE_FIELD arī izmaiņas.</translation>
    </message>
    <message>
      <source>Build road network</source>
      <extracomment>title of buildroadnetwork</extracomment>
      <translation>Izveidot ceļu tīklu</translation>
    </message>
    <message>
      <source>One network from the road layers of several countries, every border crossing an object.</source>
      <extracomment>summary of buildroadnetwork</extracomment>
      <translation>Viens tīkls no vairāku valstu ceļu slāņiem, katrs robežas šķērsojums ir atsevišķs objekts.</translation>
    </message>
    <message>
      <source>Joins road layers of one or more countries, whatever their fields and CRS, into one network in metres. Lines are joined at shared vertices and at ends within TOLERANCE; crossing lines without a shared vertex are bridges. Roads are cut where the nearest country changes, and every crossing becomes an object that analyses can delay or close. Ends of two countries that face each other within STITCH_TOLERANCE are joined; what ends at the border without a partner is listed as an open end.

Speeds come from the data, else from SPEEDS, else from documented defaults by class; the log counts which edges took which. PLANAR joins what crosses on one level. A crossing is named by its roads' numbers, else the nearest of NAMING_PLACES.

How to read the results: times are seconds without any border delay; an empty time means closed in that direction. Component 0 is the largest part of the network; places on other parts cannot be reached from it.

Limits: times are those of a car on free roads, without traffic, parking or weather. Where local roads or crossings are missing in the data, ways come out too long.</source>
      <extracomment>help of buildroadnetwork</extracomment>
      <translation>Savieno vienas vai vairāku valstu ceļu slāņus, lai kādi būtu to lauki un koordinātu sistēma, vienā tīklā metros. Līnijas savieno kopīgās virsotnēs un galos TOLERANCE robežās; līnijas, kas krustojas bez kopīgas virsotnes, ir tilti. Ceļus pārgriež tur, kur mainās tuvākā valsts, un katrs šķērsojums kļūst par objektu, ko analīzes var aizkavēt vai slēgt. Divu valstu galus, kas atrodas viens otram pretī STITCH_TOLERANCE robežās, savieno; kas pie robežas beidzas bez turpinājuma, ir sarakstā kā vaļējs gals.

Ātrumus ņem no datiem, citādi no SPEEDS, citādi no dokumentētām noklusējuma vērtībām pēc klases; žurnāls saskaita, kuri posmi kuru ņēma. PLANAR savieno to, kas krustojas vienā līmenī. Šķērsojumu nosauc pēc ceļu numuriem, citādi pēc tuvākās no NAMING_PLACES.

Kā lasīt rezultātus: laiki ir sekundes bez robežas aizkaves; tukšs laiks nozīmē, ka šajā virzienā slēgts. Daļa 0 ir lielākā tīkla daļa; vietas uz citām daļām no tās nav sasniedzamas.

Ierobežojumi: laiki ir automobilim pa brīviem ceļiem, bez satiksmes, stāvvietas meklēšanas un laikapstākļiem. Kur datos trūkst vietējo ceļu vai šķērsojumu, ceļi iznāk par garu.</translation>
    </message>
    <message>
      <source>Road layers</source>
      <extracomment>ROADS of buildroadnetwork</extracomment>
      <translation>Ceļu slāņi</translation>
    </message>
    <message>
      <source>One or more line layers, of any fields and CRS.</source>
      <extracomment>help of ROADS of buildroadnetwork</extracomment>
      <translation>Viens vai vairāki līniju slāņi ar jebkādiem laukiem un koordinātu sistēmu.</translation>
    </message>
    <message>
      <source>Ferry layers</source>
      <extracomment>FERRIES of buildroadnetwork</extracomment>
      <translation>Prāmju slāņi</translation>
    </message>
    <message>
      <source>Lines of ferries; crossing_min and waiting_min, where there, give their time. waiting_summer_min holds when SEASON is summer.</source>
      <extracomment>help of FERRIES of buildroadnetwork</extracomment>
      <translation>Prāmju līnijas; crossing_min un waiting_min, ja ir, dod to laiku. waiting_summer_min ir spēkā, kad SEASON ir summer.</translation>
    </message>
    <message>
      <source>Polygons with country codes; municipalities will do. Without them the network has one country and no crossings.</source>
      <extracomment>help of COUNTRIES of buildroadnetwork</extracomment>
      <translation>Poligoni ar valstu kodiem; der arī pašvaldības. Bez tiem tīklam ir viena valsts un nav šķērsojumu.</translation>
    </message>
    <message>
      <source>Country code</source>
      <extracomment>COUNTRY_FIELD of buildroadnetwork</extracomment>
      <translation>Valsts kods</translation>
    </message>
    <message>
      <source>Schema of the road data</source>
      <extracomment>SCHEMA of buildroadnetwork</extracomment>
      <translation>Ceļu datu shēma</translation>
    </message>
    <message>
      <source>What the fields mean. auto looks at each layer: highway is OpenStreetMap, fclass is Geofabrik.</source>
      <extracomment>help of SCHEMA of buildroadnetwork</extracomment>
      <translation>Ko nozīmē lauki. auto apskata katru slāni: highway ir OpenStreetMap, fclass ir Geofabrik.</translation>
    </message>
    <message>
      <source>Speed (km/h): field names</source>
      <extracomment>SPEED_FIELD of buildroadnetwork</extracomment>
      <translation>Ātrums (km/h): lauku nosaukumi</translation>
    </message>
    <message>
      <source>Field names, with commas, tried in turn in every layer; empty: the usual ones.</source>
      <extracomment>help of SPEED_FIELD of buildroadnetwork</extracomment>
      <translation>Lauku nosaukumi, atdalīti ar komatu, ko katrā slānī mēģina pēc kārtas; tukšs: parastie.</translation>
    </message>
    <message>
      <source>Class of road: field names</source>
      <extracomment>CLASS_FIELD of buildroadnetwork</extracomment>
      <translation>Ceļa klase: lauku nosaukumi</translation>
    </message>
    <message>
      <source>One-way: field names</source>
      <extracomment>ONEWAY_FIELD of buildroadnetwork</extracomment>
      <translation>Vienvirziena kustība: lauku nosaukumi</translation>
    </message>
    <message>
      <source>Name: field names</source>
      <extracomment>NAME_FIELD of buildroadnetwork</extracomment>
      <translation>Nosaukums: lauku nosaukumi</translation>
    </message>
    <message>
      <source>Road number: field names</source>
      <extracomment>REF_FIELD of buildroadnetwork</extracomment>
      <translation>Ceļa numurs: lauku nosaukumi</translation>
    </message>
    <message>
      <source>Level (bridges above 0): field names</source>
      <extracomment>LEVEL_FIELD of buildroadnetwork</extracomment>
      <translation>Līmenis (tilti virs 0): lauku nosaukumi</translation>
    </message>
    <message>
      <source>Table of fields</source>
      <extracomment>FIELD_MAP of buildroadnetwork</extracomment>
      <translation>Lauku tabula</translation>
    </message>
    <message>
      <source>Columns layer (empty: all), role (speed, class, oneway, name, ref, surface, level, duration, waiting …) and field: what a field of a layer means, where the lists of names do not do.</source>
      <extracomment>help of FIELD_MAP of buildroadnetwork</extracomment>
      <translation>Kolonnas layer (tukšs: visi), role (speed, class, oneway, name, ref, surface, level, duration, waiting …) un field: ko nozīmē slāņa lauks, ja nosaukumu sarakstu nepietiek.</translation>
    </message>
    <message>
      <source>Table of speeds</source>
      <extracomment>SPEEDS of buildroadnetwork</extracomment>
      <translation>Ātrumu tabula</translation>
    </message>
    <message>
      <source>Columns class, country, surface, season (empty fits all) and speed_kmh, for roads without a speed of their own.</source>
      <extracomment>help of SPEEDS of buildroadnetwork</extracomment>
      <translation>Kolonnas class, country, surface, season (tukšs der visiem) un speed_kmh ceļiem, kam nav sava ātruma.</translation>
    </message>
    <message>
      <source>Season</source>
      <extracomment>SEASON of buildroadnetwork</extracomment>
      <translation>Sezona</translation>
    </message>
    <message>
      <source>summer, winter or a word of your own: rows of SPEEDS for another season do not count, and a ferry's waiting_&lt;season&gt;_min goes before its waiting_min.</source>
      <extracomment>help of SEASON of buildroadnetwork</extracomment>
      <translation>summer, winter vai savs vārds: SPEEDS rindas citai sezonai neskaitās, un prāmja waiting_&lt;season&gt;_min ir svarīgāks par tā waiting_min.</translation>
    </message>
    <message>
      <source>Join lines that cross on one level</source>
      <extracomment>PLANAR of buildroadnetwork</extracomment>
      <translation>Savienot līnijas, kas krustojas vienā līmenī</translation>
    </message>
    <message>
      <source>For data without shared vertices. Bridges and tunnels (another level) stay apart; without a level in the data every crossing of lines becomes a junction.</source>
      <extracomment>help of PLANAR of buildroadnetwork</extracomment>
      <translation>Datiem bez kopīgām virsotnēm. Tilti un tuneļi (cits līmenis) paliek atsevišķi; ja datos līmeņa nav, katrs līniju krustpunkts kļūst par krustojumu.</translation>
    </message>
    <message>
      <source>Crossings by hand</source>
      <extracomment>CROSSING_OVERRIDES of buildroadnetwork</extracomment>
      <translation>Šķērsojumi ar roku</translation>
    </message>
    <message>
      <source>Points, or a table with lon and lat: action (add, remove, close, delay), crossing_id or a place, delay_ab_min and delay_ba_min (a, b: the two country codes in alphabetical order), name. add joins the nearest roads of two countries there; remove leaves no crossing, close leaves one that is shut.</source>
      <extracomment>help of CROSSING_OVERRIDES of buildroadnetwork</extracomment>
      <translation>Punkti vai tabula ar lon un lat: action (add, remove, close, delay), crossing_id vai vieta, delay_ab_min un delay_ba_min (a, b: abi valstu kodi alfabēta secībā), name. add tur savieno divu valstu tuvākos ceļus; remove šķērsojumu izņem, close atstāj slēgtu.</translation>
    </message>
    <message>
      <source>Places that give crossings their names</source>
      <extracomment>NAMING_PLACES of buildroadnetwork</extracomment>
      <translation>Vietas, pēc kurām nosauc šķērsojumus</translation>
    </message>
    <message>
      <source>Towns and villages: a crossing without road numbers is called after the nearest one on either side.</source>
      <extracomment>help of NAMING_PLACES of buildroadnetwork</extracomment>
      <translation>Pilsētas un ciemi: šķērsojumu bez ceļu numuriem nosauc pēc tuvākās katrā pusē.</translation>
    </message>
    <message>
      <source>Name of the places</source>
      <extracomment>PLACE_NAME_FIELD of buildroadnetwork</extracomment>
      <translation>Vietas nosaukums</translation>
    </message>
    <message>
      <source>Empty: a field that is called name.</source>
      <extracomment>help of PLACE_NAME_FIELD of buildroadnetwork</extracomment>
      <translation>Tukšs: lauks ar nosaukumu name.</translation>
    </message>
    <message>
      <source>Line ends are joined within (m)</source>
      <extracomment>TOLERANCE of buildroadnetwork</extracomment>
      <translation>Līniju galus savieno līdz (m)</translation>
    </message>
    <message>
      <source>Ends this near to another line's end or vertex are one junction.</source>
      <extracomment>help of TOLERANCE of buildroadnetwork</extracomment>
      <translation>Gali, kas ir tik tuvu citas līnijas galam vai virsotnei, ir viens krustojums.</translation>
    </message>
    <message>
      <source>Ends are joined across the border within (m)</source>
      <extracomment>STITCH_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Galus pāri robežai savieno līdz (m)</translation>
    </message>
    <message>
      <source>Two national data sets rarely meet to the metre.</source>
      <extracomment>help of STITCH_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Divas valstu datu kopas reti sakrīt līdz metram.</translation>
    </message>
    <message>
      <source>Roads belong to a country up to (m) outside it</source>
      <extracomment>COUNTRY_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Ceļi pieder valstij līdz (m) ārpus tās</translation>
    </message>
    <message>
      <source>What lies further outside every country is left out, and counted in the log.</source>
      <extracomment>help of COUNTRY_TOLERANCE of buildroadnetwork</extracomment>
      <translation>Kas atrodas tālāk ārpus visām valstīm, tiek izlaists un saskaitīts žurnālā.</translation>
    </message>
    <message>
      <source>CRS of the analysis</source>
      <extracomment>ANALYSIS_CRS of buildroadnetwork</extracomment>
      <translation>Analīzes koordinātu sistēma</translation>
    </message>
    <message>
      <source>Empty: TM Baltic93 where it fits, else UTM, else an equal-area CRS of its own.</source>
      <extracomment>help of ANALYSIS_CRS of buildroadnetwork</extracomment>
      <translation>Tukšs: TM Baltic93, ja tā der, citādi UTM, citādi īpaša vienlaukuma koordinātu sistēma.</translation>
    </message>
    <message>
      <source>Edges</source>
      <extracomment>EDGES of buildroadnetwork</extracomment>
      <translation>Posmi</translation>
    </message>
    <message>
      <source>The network; give it as NETWORK.</source>
      <extracomment>help of EDGES of buildroadnetwork</extracomment>
      <translation>Tīkls; norādiet to kā NETWORK.</translation>
    </message>
    <message>
      <source>Nodes</source>
      <extracomment>NODES of buildroadnetwork</extracomment>
      <translation>Mezgli</translation>
    </message>
    <message>
      <source>Its junctions.</source>
      <extracomment>help of NODES of buildroadnetwork</extracomment>
      <translation>Tā krustojumi.</translation>
    </message>
    <message>
      <source>Border crossings</source>
      <extracomment>CROSSINGS of buildroadnetwork</extracomment>
      <translation>Robežas šķērsojumi</translation>
    </message>
    <message>
      <source>Edit open and the delays, and give it as CROSSINGS.</source>
      <extracomment>help of CROSSINGS of buildroadnetwork</extracomment>
      <translation>Labojiet open un aizkaves un norādiet kā CROSSINGS.</translation>
    </message>
    <message>
      <source>Points to look at</source>
      <extracomment>ISSUES of buildroadnetwork</extracomment>
      <translation>Punkti, ko apskatīt</translation>
    </message>
    <message>
      <source>Open ends at the border and ambiguous stitches, with gap and reason.</source>
      <extracomment>help of ISSUES of buildroadnetwork</extracomment>
      <translation>Vaļēji gali pie robežas un neskaidri savienojumi ar atstarpi un iemeslu.</translation>
    </message>
    <message>
      <source>Report</source>
      <extracomment>REPORT of buildroadnetwork</extracomment>
      <translation>Pārskats</translation>
    </message>
    <message>
      <source>What was found and done, to read.</source>
      <extracomment>help of REPORT of buildroadnetwork</extracomment>
      <translation>Kas atrasts un izdarīts, lasīšanai.</translation>
    </message>
    <message>
      <source>Graph for networkx</source>
      <extracomment>GRAPH of buildroadnetwork</extracomment>
      <translation>Grafs programmai networkx</translation>
    </message>
    <message>
      <source>The whole network as GraphML (.graphml) or node-link JSON (.json).</source>
      <extracomment>help of GRAPH of buildroadnetwork</extracomment>
      <translation>Viss tīkls kā GraphML (.graphml) vai node-link JSON (.json).</translation>
    </message>
    <message>
      <source>Check road network</source>
      <extracomment>title of checkroadnetwork</extracomment>
      <translation>Pārbaudīt ceļu tīklu</translation>
    </message>
    <message>
      <source>What is wrong with a network or looks so, as points with what to do.</source>
      <extracomment>summary of checkroadnetwork</extracomment>
      <translation>Kas tīklā ir nepareizi vai tā izskatās, kā punkti ar ieteikumu, ko darīt.</translation>
    </message>
    <message>
      <source>Looks for parts of the network that do not hang together (with the people on them, when PLACES are given), one-way traps, dead ends that nearly meet another road, roads drawn twice, roads without a length, implausible speeds, roads closed both ways or of unknown country, open ends and ambiguous joints at the border (with COUNTRIES), needless nodes, and classes of road of which one country has far less on its ground.

How to read the results: an error makes results wrong there; a warning is worth a look; a note changes nothing. message says what is there and what to do. Nothing is repaired: mend the data and build the network again. A dead end near another road may be right: a wall, a ditch or another level lies between.</source>
      <extracomment>help of checkroadnetwork</extracomment>
      <translation>Meklē tīkla daļas, kas nav savstarpēji saistītas (ar iedzīvotājiem pie tām, ja dotas PLACES), vienvirziena slazdus, strupceļus, kas gandrīz sasniedz citu ceļu, divreiz uzzīmētus ceļus, ceļus bez garuma, neticamus ātrumus, abos virzienos slēgtus vai nezināmas valsts ceļus, vaļējus galus un neskaidrus savienojumus pie robežas (ar COUNTRIES), liekus mezglus un ceļu klases, kuru vienas valsts teritorijā ir daudz mazāk.

Kā lasīt rezultātus: kļūda (error) tur padara rezultātus nepareizus; brīdinājumu (warning) ir vērts apskatīt; piezīme (note) neko nemaina. message pasaka, kas tur ir un ko darīt. Nekas netiek labots: izlabojiet datus un izveidojiet tīklu no jauna. Strupceļš pie cita ceļa var būt pareizs: starp tiem ir siena, grāvis vai cits līmenis.</translation>
    </message>
    <message>
      <source>Dead ends nearly meet a road within (m)</source>
      <extracomment>TOLERANCE of checkroadnetwork</extracomment>
      <translation>Strupceļi gandrīz sasniedz ceļu līdz (m)</translation>
    </message>
    <message>
      <source>0: do not look for them.</source>
      <extracomment>help of TOLERANCE of checkroadnetwork</extracomment>
      <translation>0: tādus nemeklēt.</translation>
    </message>
    <message>
      <source>Issues</source>
      <extracomment>ISSUES of checkroadnetwork</extracomment>
      <translation>Problēmas</translation>
    </message>
    <message>
      <source>Points with kind, severity and message.</source>
      <extracomment>help of ISSUES of checkroadnetwork</extracomment>
      <translation>Punkti ar kind, severity un message.</translation>
    </message>
    <message>
      <source>Counts, parts and densities, to read.</source>
      <extracomment>help of REPORT of checkroadnetwork</extracomment>
      <translation>Skaiti, daļas un blīvumi, lasīšanai.</translation>
    </message>
    <message>
      <source>Fastest routes</source>
      <extracomment>title of fastestroutes</extracomment>
      <translation>Ātrākie maršruti</translation>
    </message>
    <message>
      <source>Routes on the road between origins and destinations, with the border crossings used.</source>
      <extracomment>summary of fastestroutes</extracomment>
      <translation>Maršruti pa ceļiem starp sākumpunktiem un galamērķiem ar izmantotajiem robežas šķērsojumiem.</translation>
    </message>
    <message>
      <source>Draws the fastest (or shortest) way by car between origins and destinations: all pairs, the NEAREST ones only, or pairs with the same value of PAIR_FIELD. Points join the nearest road of their own country, anywhere on it.

How to read the results: time_min counts the way to and from the road and the border under BORDER; distance_km is on the road, and the line is drawn from road to road, in the direction of travel. crossings lists the ids of the border crossings in their order; it is empty for a domestic trip that stays at home. A pair without a way keeps its row: status says unreached, or why an end could not be used.

Limits: by car at the speeds of the network, without traffic or parking. Where local roads are missing, ways come out too long.</source>
      <extracomment>help of fastestroutes</extracomment>
      <translation>Zīmē ātrāko (vai īsāko) ceļu ar automobili starp sākumpunktiem un galamērķiem: visiem pāriem, tikai NEAREST tuvākajiem vai pāriem ar vienādu PAIR_FIELD vērtību. Punkti tiek piesaistīti savas valsts tuvākajam ceļam jebkurā tā vietā.

Kā lasīt rezultātus: time_min ietver ceļu līdz ceļu tīklam un no tā, kā arī robežu saskaņā ar BORDER; distance_km ir pa ceļu, un līnija ir uzzīmēta no ceļa līdz ceļam braukšanas virzienā. crossings uzskaita robežas šķērsojumu identifikatorus to secībā; tas ir tukšs iekšzemes braucienam, kas valsti neatstāj. Pāris bez ceļa patur savu rindu: status saka unreached vai kāpēc galu nevarēja izmantot.

Ierobežojumi: ar automobili tīkla ātrumos, bez satiksmes un stāvvietas meklēšanas. Kur trūkst vietējo ceļu, ceļi iznāk par garu.</translation>
    </message>
    <message>
      <source>Draw the ways to the k nearest destinations of each origin.</source>
      <extracomment>help of NEAREST of fastestroutes</extracomment>
      <translation>Zīmēt ceļus līdz katra sākumpunkta k tuvākajiem galamērķiem.</translation>
    </message>
    <message>
      <source>Routes</source>
      <extracomment>OUTPUT of fastestroutes</extracomment>
      <translation>Maršruti</translation>
    </message>
    <message>
      <source>A line a pair, with time, length and crossings.</source>
      <extracomment>help of OUTPUT of fastestroutes</extracomment>
      <translation>Līnija katram pārim ar laiku, garumu un šķērsojumiem.</translation>
    </message>
    <message>
      <source>7 Results</source>
      <extracomment>group of algorithms</extracomment>
      <translation>7 Rezultāti</translation>
    </message>
    <message>
      <source>Build styled project</source>
      <extracomment>title of buildproject</extracomment>
      <translation>Izveidot noformētu projektu</translation>
    </message>
    <message>
      <source>A QGIS project of the results, ready to print: groups, styles, maps.</source>
      <extracomment>summary of buildproject</extracomment>
      <translation>Rezultātu QGIS projekts, gatavs drukāšanai: grupas, stili, kartes.</translation>
    </message>
    <message>
      <source>Puts results into a project of their own: grouped by the question they answer, styled, the state border on top, with a map theme and a page for each map, and an atlas with a page for each municipality where COUNTRIES have names. Paths are relative: project and data can move together. The open project is not touched.

How to read the maps. Blue is home, yellow to orange is across the border; people are those who live there, rounded, small numbers hidden. Reachable is not the same as shared. Each page names its scenario and its limits.</source>
      <extracomment>help of buildproject</extracomment>
      <translation>Ieliek rezultātus savā projektā: sagrupētus pēc jautājuma, uz kuru tie atbild, noformētus, ar valsts robežu virspusē, kartes tēmu un lapu katrai kartei un atlantu ar lapu katrai pašvaldībai, ja COUNTRIES ir nosaukumi. Ceļi ir relatīvi: projektu un datus var pārvietot kopā. Atvērto projektu neskar.

Kā lasīt kartes. Zils ir savā valstī, no dzeltena līdz oranžam – pāri robežai; iedzīvotāji ir tie, kas tur dzīvo, noapaļoti, mazi skaitļi paslēpti. Sasniedzams nav tas pats, kas kopīgs. Katra lapa nosauc savu scenāriju un ierobežojumus.</translation>
    </message>
    <message>
      <source>Study</source>
      <extracomment>STUDY of buildproject</extracomment>
      <translation>Pētījums</translation>
    </message>
    <message>
      <source>GeoPackage with results; all of its layers are taken.</source>
      <extracomment>help of STUDY of buildproject</extracomment>
      <translation>GeoPackage ar rezultātiem; ņem visus tā slāņus.</translation>
    </message>
    <message>
      <source>Layers</source>
      <extracomment>LAYERS of buildproject</extracomment>
      <translation>Slāņi</translation>
    </message>
    <message>
      <source>Results, and other layers to show.</source>
      <extracomment>help of LAYERS of buildproject</extracomment>
      <translation>Rezultāti un citi rādāmie slāņi.</translation>
    </message>
    <message>
      <source>Polygons with country codes; municipalities will do. They are the background, and the state border is drawn where they meet.</source>
      <extracomment>help of COUNTRIES of buildproject</extracomment>
      <translation>Poligoni ar valstu kodiem; der arī pašvaldības. Tie ir fons, un valsts robežu zīmē tur, kur tie saskaras.</translation>
    </message>
    <message>
      <source>Types of services</source>
      <extracomment>SERVICE_TYPES of buildproject</extracomment>
      <translation>Pakalpojumu veidi</translation>
    </message>
    <message>
      <source>Names of types for titles: the fields type, label_en, label_lv, label_lt.</source>
      <extracomment>help of SERVICE_TYPES of buildproject</extracomment>
      <translation>Veidu nosaukumi virsrakstiem: lauki type, label_en, label_lv, label_lt.</translation>
    </message>
    <message>
      <source>Title</source>
      <extracomment>TITLE of buildproject</extracomment>
      <translation>Virsraksts</translation>
    </message>
    <message>
      <source>Title of project and maps.</source>
      <extracomment>help of TITLE of buildproject</extracomment>
      <translation>Projekta un karšu virsraksts.</translation>
    </message>
    <message>
      <source>Pages</source>
      <extracomment>PAGES of buildproject</extracomment>
      <translation>Lapas</translation>
    </message>
    <message>
      <source>Sizes of the pages; one for each map.</source>
      <extracomment>help of PAGES of buildproject</extracomment>
      <translation>Lapu izmēri; viena katrai kartei.</translation>
    </message>
    <message>
      <source>CRS of the project</source>
      <extracomment>OUTPUT_CRS of buildproject</extracomment>
      <translation>Projekta koordinātu sistēma</translation>
    </message>
    <message>
      <source>Empty: that of the results. EPSG:3059 is Latvia's, EPSG:3346 Lithuania's.</source>
      <extracomment>help of OUTPUT_CRS of buildproject</extracomment>
      <translation>Tukšs: rezultātu koordinātu sistēma. EPSG:3059 ir Latvijas, EPSG:3346 – Lietuvas.</translation>
    </message>
    <message>
      <source>Project</source>
      <extracomment>PROJECT of buildproject</extracomment>
      <translation>Projekts</translation>
    </message>
    <message>
      <source>The project.</source>
      <extracomment>help of PROJECT of buildproject</extracomment>
      <translation>Projekts.</translation>
    </message>
    <message>
      <source>Maps</source>
      <extracomment>MAPS_FOLDER of buildproject</extracomment>
      <translation>Kartes</translation>
    </message>
    <message>
      <source>A PDF and a PNG of each page.</source>
      <extracomment>help of MAPS_FOLDER of buildproject</extracomment>
      <translation>Katras lapas PDF un PNG.</translation>
    </message>
    <message>
      <source>Create sample region</source>
      <extracomment>title of createsample</extracomment>
      <translation>Izveidot parauga reģionu</translation>
    </message>
    <message>
      <source>The sample region to try everything on: schematic roads between real towns.</source>
      <extracomment>summary of createsample</extracomment>
      <translation>Parauga reģions, kurā visu izmēģināt: shematiski ceļi starp īstām pilsētām.</translation>
    </message>
    <message>
      <source>Writes the sample region: roads of Latvia and Lithuania in two layers with different fields, ferries, municipalities, places with population, services of six types and their table.

The region is schematic. Towns, road numbers, lengths and the three crossings are true; bends of roads, the Lithuanian zones, rural populations and most services are not. Do not plan with it. Everything that is computed from it is marked schematic.

How to read the results: README.md beside sample.gpkg says of each layer and each figure whether it is true, schematic or invented, and where it comes from.</source>
      <extracomment>help of createsample</extracomment>
      <translation>Izraksta parauga reģionu: Latvijas un Lietuvas ceļus divos slāņos ar dažādiem laukiem, prāmjus, pašvaldības, vietas ar iedzīvotāju skaitu, sešu veidu pakalpojumus un to tabulu.

Reģions ir shematisks. Pilsētas, ceļu numuri, garumi un trīs šķērsojumi ir īsti; ceļu līkumi, Lietuvas zonas, lauku iedzīvotāju skaits un lielākā daļa pakalpojumu – ne. Neplānojiet pēc tā. Viss, kas no tā aprēķināts, ir atzīmēts kā shematisks.

Kā lasīt rezultātus: README.md blakus sample.gpkg par katru slāni un katru skaitli saka, vai tas ir īsts, shematisks vai izdomāts un no kurienes tas ņemts.</translation>
    </message>
    <message>
      <source>Sample folder</source>
      <extracomment>SAMPLE_FOLDER of createsample</extracomment>
      <translation>Parauga mape</translation>
    </message>
    <message>
      <source>sample.gpkg and a README that says what is true.</source>
      <extracomment>help of SAMPLE_FOLDER of createsample</extracomment>
      <translation>sample.gpkg un README, kas pasaka, kas ir īsts.</translation>
    </message>
    <message>
      <source>Cross-border study</source>
      <extracomment>title of crossborderstudy</extracomment>
      <translation>Pārrobežu pētījums</translation>
    </message>
    <message>
      <source>The whole study in one run: network, access, border, shared services, zones, territory.</source>
      <extracomment>summary of crossborderstudy</extracomment>
      <translation>Viss pētījums vienā piegājienā: tīkls, sasniedzamība, robeža, kopīgi pakalpojumi, zonas, teritorija.</translation>
    </message>
    <message>
      <source>Runs the algorithms of a study one after another, each with the results of those before it, and writes all results into one GeoPackage, STUDY. PROJECT, MAPS_FOLDER and HANDBOOK_FOLDER are made of it where they are named. Algorithms for which an input is not given are left out, and the log says so.

A study can be stopped and run again: a step whose results are in STUDY, made with the same parameters from data that have not changed since, is not repeated. After an error it goes on at the step that failed.

How to read the results: every table is that of one algorithm, and its record says which, with what parameters, from which data and within which limits. Open PROJECT to see them by the question they answer. Options that only one algorithm has keep their defaults here; to choose them, run that algorithm itself.</source>
      <extracomment>help of crossborderstudy</extracomment>
      <translation>Izpilda pētījuma algoritmus citu pēc cita, katru ar iepriekšējo rezultātiem, un visus rezultātus raksta vienā GeoPackage, STUDY. PROJECT, MAPS_FOLDER un HANDBOOK_FOLDER no tā izveido, ja tie ir norādīti. Algoritmus, kuriem kāda ievade nav dota, izlaiž, un žurnāls to pasaka.

Pētījumu var apturēt un palaist no jauna: soli, kura rezultāti ir STUDY, iegūti ar tiem pašiem parametriem no datiem, kas kopš tā laika nav mainījušies, neatkārto. Pēc kļūdas tas turpina ar soli, kas neizdevās.

Kā lasīt rezultātus: katra tabula ir viena algoritma rezultāts, un tās ieraksts pasaka, kura, ar kādiem parametriem, no kādiem datiem un ar kādiem ierobežojumiem. Atveriet PROJECT, lai tos redzētu pēc jautājuma, uz kuru tie atbild. Iestatījumi, kas ir tikai vienam algoritmam, šeit paliek noklusētie; lai tos izvēlētos, izpildiet pašu algoritmu.</translation>
    </message>
    <message>
      <source>Steps</source>
      <extracomment>STEPS of crossborderstudy</extracomment>
      <translation>Soļi</translation>
    </message>
    <message>
      <source>Those to be made; each needs the results of those before it.</source>
      <extracomment>help of STEPS of crossborderstudy</extracomment>
      <translation>Tie, kas jāizpilda; katram vajag iepriekšējo rezultātus.</translation>
    </message>
    <message>
      <source>Zones</source>
      <extracomment>ZONES of crossborderstudy</extracomment>
      <translation>Zonas</translation>
    </message>
    <message>
      <source>Parishes, elderships, municipalities or other zones.</source>
      <extracomment>help of ZONES of crossborderstudy</extracomment>
      <translation>Pagasti, seņūnijas, pašvaldības vai citas zonas.</translation>
    </message>
    <message>
      <source>Id of the zones</source>
      <extracomment>ZONE_ID of crossborderstudy</extracomment>
      <translation>Zonu identifikators</translation>
    </message>
    <message>
      <source>Name of the zones</source>
      <extracomment>ZONE_NAME_FIELD of crossborderstudy</extracomment>
      <translation>Zonu nosaukums</translation>
    </message>
    <message>
      <source>For sentences; empty: their ids.</source>
      <extracomment>help of ZONE_NAME_FIELD of crossborderstudy</extracomment>
      <translation>Teikumiem; tukšs: to identifikatori.</translation>
    </message>
    <message>
      <source>Country code of the zones</source>
      <extracomment>ZONE_COUNTRY_FIELD of crossborderstudy</extracomment>
      <translation>Zonu valsts kods</translation>
    </message>
    <message>
      <source>Empty: the country polygon the zone lies in, else that of most of its people.</source>
      <extracomment>help of ZONE_COUNTRY_FIELD of crossborderstudy</extracomment>
      <translation>Tukšs: valsts poligons, kurā zona atrodas, citādi tās iedzīvotāju vairākuma valsts.</translation>
    </message>
    <message>
      <source>Population of the zones</source>
      <extracomment>ZONE_POPULATION_FIELD of crossborderstudy</extracomment>
      <translation>Zonu iedzīvotāju skaits</translation>
    </message>
    <message>
      <source>Empty: the people of the places inside.</source>
      <extracomment>help of ZONE_POPULATION_FIELD of crossborderstudy</extracomment>
      <translation>Tukšs: tajās esošo vietu iedzīvotāji.</translation>
    </message>
    <message>
      <source>Flows</source>
      <extracomment>FLOWS of crossborderstudy</extracomment>
      <translation>Plūsmas</translation>
    </message>
    <message>
      <source>A table with from_id, to_id, flow and kind (observed, modelled), such as 'Interaction flows' makes. Ids are those of ZONES, or of PLACES.</source>
      <extracomment>help of FLOWS of crossborderstudy</extracomment>
      <translation>Tabula ar from_id, to_id, flow un kind (observed, modelled), ko veido, piemēram, „Mijiedarbības plūsmas”. Identifikatori ir no ZONES vai PLACES.</translation>
    </message>
    <message>
      <source>Profiles</source>
      <extracomment>PROFILES of crossborderstudy</extracomment>
      <translation>Profili</translation>
    </message>
    <message>
      <source>A table with 'zone' and a number for each indicator: what is alike.</source>
      <extracomment>help of PROFILES of crossborderstudy</extracomment>
      <translation>Tabula ar „zone” un skaitli katram rādītājam: kas ir līdzīgs.</translation>
    </message>
    <message>
      <source>Register of cooperation</source>
      <extracomment>REGISTER of crossborderstudy</extracomment>
      <translation>Sadarbības reģistrs</translation>
    </message>
    <message>
      <source>record_id, kind (agreement, idea, event, role), title, theme, partners (ids of zones, several with semicolons), lead; for roles organisation and function; for ideas maturity, cost_eur, place, lon, lat.</source>
      <extracomment>help of REGISTER of crossborderstudy</extracomment>
      <translation>record_id, kind (agreement, idea, event, role), title, theme, partners (zonu identifikatori, vairāki ar semikolu), lead; lomām organisation un function; idejām maturity, cost_eur, place, lon, lat.</translation>
    </message>
    <message>
      <source>Observations</source>
      <extracomment>OBSERVATIONS of crossborderstudy</extracomment>
      <translation>Novērojumi</translation>
    </message>
    <message>
      <source>Columns zone, year (or a date), indicator, value; years or indicators may stand side by side. A CSV is read from its file, so codes keep their zeros.</source>
      <extracomment>help of OBSERVATIONS of crossborderstudy</extracomment>
      <translation>Kolonnas zone, year (vai datums), indicator, value; gadi vai rādītāji var būt arī blakus. CSV lasa no faila, tāpēc kodi patur nulles.</translation>
    </message>
    <message>
      <source>Changed codes</source>
      <extracomment>CODE_CHANGES of crossborderstudy</extracomment>
      <translation>Mainītie kodi</translation>
    </message>
    <message>
      <source>Columns from, to, weight (shares of an old code that add up to 1) and, where known, year, the first in which the new codes hold: the reform of 2021, a new NUTS.</source>
      <extracomment>help of CODE_CHANGES of crossborderstudy</extracomment>
      <translation>Kolonnas from, to, weight (vecā koda daļas, kuru summa ir 1) un, ja zināms, year – pirmais, kurā spēkā ir jaunie kodi: 2021. gada reforma, jauns NUTS.</translation>
    </message>
    <message>
      <source>Jobs</source>
      <extracomment>JOBS of crossborderstudy</extracomment>
      <translation>Darba vietas</translation>
    </message>
    <message>
      <source>Columns zone, year, sector, jobs; sectors or years may stand side by side. A CSV is read from its file.</source>
      <extracomment>help of JOBS of crossborderstudy</extracomment>
      <translation>Kolonnas zone, year, sector, jobs; nozares vai gadi var būt arī blakus. CSV lasa no faila.</translation>
    </message>
    <message>
      <source>Domains of specialisation</source>
      <extracomment>DOMAINS of crossborderstudy</extracomment>
      <translation>Specializācijas jomas</translation>
    </message>
    <message>
      <source>Columns country (empty: all), sector, domain, share (of the sector's jobs), label_en, label_lv, label_lt. Empty: each sector by itself.</source>
      <extracomment>help of DOMAINS of crossborderstudy</extracomment>
      <translation>Kolonnas country (tukšs: visas), sector, domain, share (no nozares darba vietām), label_en, label_lv, label_lt. Tukšs: katra nozare atsevišķi.</translation>
    </message>
    <message>
      <source>Rules of guidelines</source>
      <extracomment>RULES of crossborderstudy</extracomment>
      <translation>Vadlīniju noteikumi</translation>
    </message>
    <message>
      <source>Columns rule, class, domain, partners, confidence, chapter, point_en, question_en, indicator_en and the same in _lv and _lt. Empty: those of the sample.</source>
      <extracomment>help of RULES of crossborderstudy</extracomment>
      <translation>Kolonnas rule, class, domain, partners, confidence, chapter, point_en, question_en, indicator_en un tās pašas ar _lv un _lt. Tukšs: parauga noteikumi.</translation>
    </message>
    <message>
      <source>Criteria</source>
      <extracomment>CRITERIA of crossborderstudy</extracomment>
      <translation>Kritēriji</translation>
    </message>
    <message>
      <source>Columns field (of the candidates) or layer and measure (share in per cent, distance_km, count within within_km, mean of layer_field), weight, direction (max, min); also criterion (a short name), indifference, preference, label_en, label_lv, label_lt.</source>
      <extracomment>help of CRITERIA of crossborderstudy</extracomment>
      <translation>Kolonnas field (no kandidātiem) vai layer un measure (share procentos, distance_km, count attālumā within_km, mean no layer_field), weight, direction (max, min); arī criterion (īss nosaukums), indifference, preference, label_en, label_lv, label_lt.</translation>
    </message>
    <message>
      <source>Layers of criteria</source>
      <extracomment>CRITERIA_LAYERS of crossborderstudy</extracomment>
      <translation>Kritēriju slāņi</translation>
    </message>
    <message>
      <source>Layers that CRITERIA names: floods, coast, roads. Known by their names.</source>
      <extracomment>help of CRITERIA_LAYERS of crossborderstudy</extracomment>
      <translation>Slāņi, ko nosauc CRITERIA: plūdi, krasts, ceļi. Tos pazīst pēc nosaukuma.</translation>
    </message>
    <message>
      <source>Chain of priorities</source>
      <extracomment>CHAIN of crossborderstudy</extracomment>
      <translation>Prioritāšu ķēde</translation>
    </message>
    <message>
      <source>Columns code, parent, level (challenge, priority, direction, task), text_en (_lv, _lt), criteria (names, with commas), indicator.</source>
      <extracomment>help of CHAIN of crossborderstudy</extracomment>
      <translation>Kolonnas code, parent, level (challenge, priority, direction, task), text_en (_lv, _lt), criteria (nosaukumi ar komatu), indicator.</translation>
    </message>
    <message>
      <source>Actions</source>
      <extracomment>ACTIONS of crossborderstudy</extracomment>
      <translation>Rīcības</translation>
    </message>
    <message>
      <source>Columns code, parent, goal, action, responsible, partners, start, end, budget, fund_source (a name, or ERDF=80000; municipality=20000), indicator, baseline, target; money also as budget_&lt;source&gt; and budget_&lt;year&gt;.</source>
      <extracomment>help of ACTIONS of crossborderstudy</extracomment>
      <translation>Kolonnas code, parent, goal, action, responsible, partners, start, end, budget, fund_source (nosaukums vai ERDF=80000; municipality=20000), indicator, baseline, target; nauda arī kā budget_&lt;source&gt; un budget_&lt;year&gt;.</translation>
    </message>
    <message>
      <source>Indicators</source>
      <extracomment>INDICATORS of crossborderstudy</extracomment>
      <translation>Rādītāji</translation>
    </message>
    <message>
      <source>Columns indicator, value, date; or, to be computed, layer, aggregate (sum, mean, weighted_mean, min, max, count, share), field, weight_field, filter (an expression).</source>
      <extracomment>help of INDICATORS of crossborderstudy</extracomment>
      <translation>Kolonnas indicator, value, date; vai, ja jāaprēķina, layer, aggregate (sum, mean, weighted_mean, min, max, count, share), field, weight_field, filter (izteiksme).</translation>
    </message>
    <message>
      <source>Table of names</source>
      <extracomment>NAMES of crossborderstudy</extracomment>
      <translation>Nosaukumu tabula</translation>
    </message>
    <message>
      <source>Fields code, language and nominative (genitive and locative may stand there, too): how places, regions and types of services are called in each language.</source>
      <extracomment>help of NAMES of crossborderstudy</extracomment>
      <translation>Lauki code, language un nominative (var būt arī genitive un locative): kā vietas, reģionus un pakalpojumu veidus sauc katrā valodā.</translation>
    </message>
    <message>
      <source>Title of the handbook.</source>
      <extracomment>help of TITLE of crossborderstudy</extracomment>
      <translation>Rokasgrāmatas virsraksts.</translation>
    </message>
    <message>
      <source>Languages</source>
      <extracomment>LANGUAGES of crossborderstudy</extracomment>
      <translation>Valodas</translation>
    </message>
    <message>
      <source>A page for each; the first is also written for the word processor.</source>
      <extracomment>help of LANGUAGES of crossborderstudy</extracomment>
      <translation>Lapa katrai; pirmo raksta arī teksta redaktoram.</translation>
    </message>
    <message>
      <source>Small numbers</source>
      <extracomment>SMALL_NUMBERS of crossborderstudy</extracomment>
      <translation>Mazi skaitļi</translation>
    </message>
    <message>
      <source>round: to 10, and fewer than 20 hidden. keep: only for your own eyes.</source>
      <extracomment>help of SMALL_NUMBERS of crossborderstudy</extracomment>
      <translation>round: līdz 10, un mazāk par 20 paslēpj. keep: tikai pašu acīm.</translation>
    </message>
    <message>
      <source>Regions of the jobs</source>
      <extracomment>REGIONS of crossborderstudy</extracomment>
      <translation>Darba vietu reģioni</translation>
    </message>
    <message>
      <source>Where JOBS are known for larger zones than ZONES; empty: ZONES.</source>
      <extracomment>help of REGIONS of crossborderstudy</extracomment>
      <translation>Ja JOBS ir zināmas lielākām zonām nekā ZONES; tukšs: ZONES.</translation>
    </message>
    <message>
      <source>Code of the regions</source>
      <extracomment>REGION_ID of crossborderstudy</extracomment>
      <translation>Reģionu kods</translation>
    </message>
    <message>
      <source>As in JOBS.</source>
      <extracomment>help of REGION_ID of crossborderstudy</extracomment>
      <translation>Kā tabulā JOBS.</translation>
    </message>
    <message>
      <source>Candidates for priorities</source>
      <extracomment>IDEAS of crossborderstudy</extracomment>
      <translation>Prioritāšu kandidāti</translation>
    </message>
    <message>
      <source>What CRITERIA rank: project ideas, zones, services. Empty: no priorities.</source>
      <extracomment>help of IDEAS of crossborderstudy</extracomment>
      <translation>Ko sarindo CRITERIA: projektu idejas, zonas, pakalpojumi. Tukšs: bez prioritātēm.</translation>
    </message>
    <message>
      <source>Id of the candidates</source>
      <extracomment>IDEA_ID of crossborderstudy</extracomment>
      <translation>Kandidātu identifikators</translation>
    </message>
    <message>
      <source>All results, a table each. One that is there already is gone on with.</source>
      <extracomment>help of STUDY of crossborderstudy</extracomment>
      <translation>Visi rezultāti, katrs savā tabulā. Ja tāds jau ir, to turpina.</translation>
    </message>
    <message>
      <source>The results, styled, ready to print.</source>
      <extracomment>help of PROJECT of crossborderstudy</extracomment>
      <translation>Rezultāti, noformēti, gatavi drukāšanai.</translation>
    </message>
    <message>
      <source>Handbook</source>
      <extracomment>HANDBOOK_FOLDER of crossborderstudy</extracomment>
      <translation>Rokasgrāmata</translation>
    </message>
    <message>
      <source>The handbook in three languages.</source>
      <extracomment>help of HANDBOOK_FOLDER of crossborderstudy</extracomment>
      <translation>Rokasgrāmata trīs valodās.</translation>
    </message>
    <message>
      <source>Explain a result</source>
      <extracomment>title of explain</extracomment>
      <translation>Paskaidrot rezultātu</translation>
    </message>
    <message>
      <source>Why this place, pair, facility or number: the way, the terms, and what was left out.</source>
      <extracomment>summary of explain</extracomment>
      <translation>Kāpēc šī vieta, pāris, pakalpojuma vieta vai skaitlis: ceļš, saskaitāmie un kas izlaists.</translation>
    </message>
    <message>
      <source>Reads from a result of Smart Planning how it was made, opens its inputs again, and says for one place, facility or pair what lies behind its numbers: where it joins the road, the services near it and why each counts or not, the way there with the border crossings, and with NUMBER the terms that add up to it; of a crossing, an isochrone, a flow, a zone, a score or a trend the places, terms and figures it is made of. Every field of ours says what it holds.

How to read the results: REPORT is a page to keep with a decision; ROUTES has the ways on the road. Inputs that have changed since the result was made are named, and the number is computed again: where the two differ, the page says so. Limits: inputs that cannot be opened any more leave the row and its record; so do tables of sums and of what a register holds (equity, functional zones, partnerships, action plan), whose rows give their reason themselves.</source>
      <extracomment>help of explain</extracomment>
      <translation>No Smart Planning rezultāta nolasa, kā tas iegūts, vēlreiz atver tā ievades un vienai vietai, pakalpojuma vietai vai pārim pasaka, kas ir aiz tā skaitļiem: kur tas pievienojas ceļam, kādi pakalpojumi ir tuvumā un kāpēc katrs skaitās vai neskaitās, ceļš turp ar robežas šķērsojumiem un, ar NUMBER, saskaitāmie, kas to veido; par šķērsojumu, izohronu, plūsmu, zonu, vērtējumu vai tendenci – apdzīvotās vietas, saskaitāmie un skaitļi, no kā tie veidojas. Katrs mūsu lauks pasaka, kas tajā ir.

Kā lasīt rezultātus: REPORT ir lapa, ko glabāt kopā ar lēmumu; ROUTES satur ceļus. Ievades, kas mainījušās pēc rezultāta iegūšanas, ir nosauktas, un skaitli aprēķina vēlreiz: ja abi atšķiras, lapa to pasaka. Ierobežojumi: ja ievades vairs nevar atvērt, paliek rinda un tās ieraksts; tāpat ir ar summu tabulām un to, kas ir reģistrā (vienlīdzība, funkcionālās teritorijas, partnerības, rīcības plāns), kuru rindas pašas pasaka iemeslu.</translation>
    </message>
    <message>
      <source>Result</source>
      <extracomment>RESULT of explain</extracomment>
      <translation>Rezultāts</translation>
    </message>
    <message>
      <source>A layer or table that we made.</source>
      <extracomment>help of RESULT of explain</extracomment>
      <translation>Slānis vai tabula, ko izveidojis Smart Planning.</translation>
    </message>
    <message>
      <source>Which place, facility or origin</source>
      <extracomment>FEATURE_ID of explain</extracomment>
      <translation>Kura vieta, pakalpojuma vieta vai sākumpunkts</translation>
    </message>
    <message>
      <source>Its id as in the input (place_id, service_id, origin_id), else the number of the row.</source>
      <extracomment>help of FEATURE_ID of explain</extracomment>
      <translation>Tā identifikators kā ievadē (place_id, service_id, origin_id), citādi rindas numurs.</translation>
    </message>
    <message>
      <source>To which service or destination</source>
      <extracomment>TO_ID of explain</extracomment>
      <translation>Līdz kuram pakalpojumam vai galamērķim</translation>
    </message>
    <message>
      <source>For a pair; else empty.</source>
      <extracomment>help of TO_ID of explain</extracomment>
      <translation>Pārim; citādi tukšs.</translation>
    </message>
    <message>
      <source>Which number</source>
      <extracomment>NUMBER of explain</extracomment>
      <translation>Kurš skaitlis</translation>
    </message>
    <message>
      <source>The field to explain, such as 2sfca_planned_hospital; empty: the row as a whole.</source>
      <extracomment>help of NUMBER of explain</extracomment>
      <translation>Skaidrojamais lauks, piemēram, 2sfca_planned_hospital; tukšs: rinda kopumā.</translation>
    </message>
    <message>
      <source>Alternatives to show</source>
      <extracomment>NEAREST of explain</extracomment>
      <translation>Cik alternatīvu rādīt</translation>
    </message>
    <message>
      <source>The nearest so many services of each type.</source>
      <extracomment>help of NEAREST of explain</extracomment>
      <translation>Tik daudz katra veida tuvāko pakalpojumu.</translation>
    </message>
    <message>
      <source>Explanation</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation>Skaidrojums</translation>
    </message>
    <message>
      <source>A page that says why.</source>
      <extracomment>help of REPORT of explain</extracomment>
      <translation>Lapa, kas pasaka, kāpēc.</translation>
    </message>
    <message>
      <source>Ways behind the result</source>
      <extracomment>ROUTES of explain</extracomment>
      <translation>Ceļi aiz rezultāta</translation>
    </message>
    <message>
      <source>Lines on the road to the services shown, with time, length and crossings.</source>
      <extracomment>help of ROUTES of explain</extracomment>
      <translation>Līnijas pa ceļu līdz parādītajiem pakalpojumiem ar laiku, garumu un šķērsojumiem.</translation>
    </message>
    <message>
      <source>The handbook of a study, in English, Latvian and Lithuanian, to read, print and edit.</source>
      <extracomment>summary of handbook</extracomment>
      <translation>Pētījuma rokasgrāmata angļu, latviešu un lietuviešu valodā, ko lasīt, drukāt un labot.</translation>
    </message>
    <message>
      <source>Writes what a study has found as a handbook: a folder with a page for each language that opens in any browser without a network, all tables as tables.xlsx, the text in the first language as handbook.odt for a word processor, and a PDF of each page where Chromium is installed. Chapters come from the results that are in STUDY; what is not there is left out. Maps are those of PROJECT.

Sentences are made from the numbers and name the layer they can be checked in. Names are taken from NAMES, or from the data, and never inflected. Numbers of people are rounded, and small ones hidden. Crossings are not ranked by how vulnerable they are.

How to read the results: reachable is not the same as shared; people are those who live nearest, not users; a closed border is a thought experiment. Each chapter ends with the limits of its figures.</source>
      <extracomment>help of handbook</extracomment>
      <translation>Pētījumā atrasto raksta kā rokasgrāmatu: mapi ar lapu katrā valodā, kas atveras jebkurā pārlūkā bez tīkla, visām tabulām failā tables.xlsx, tekstu pirmajā valodā kā handbook.odt teksta redaktoram un katras lapas PDF, ja ir instalēts Chromium. Nodaļas veido no rezultātiem, kas ir STUDY; kā nav, to izlaiž. Kartes ir no PROJECT.

Teikumi veidoti no skaitļiem un nosauc slāni, kurā tos var pārbaudīt. Nosaukumus ņem no NAMES vai no datiem un nekad neloka. Iedzīvotāju skaitus noapaļo, mazos paslēpj. Šķērsojumus nesarindo pēc ievainojamības.

Kā lasīt rezultātus: sasniedzams nav tas pats, kas kopīgs; iedzīvotāji ir tie, kas dzīvo vistuvāk, nevis lietotāji; slēgta robeža ir domu eksperiments. Katra nodaļa beidzas ar savu skaitļu ierobežojumiem.</translation>
    </message>
    <message>
      <source>GeoPackage with the results of a study.</source>
      <extracomment>help of STUDY of handbook</extracomment>
      <translation>GeoPackage ar pētījuma rezultātiem.</translation>
    </message>
    <message>
      <source>Made by 'Build styled project'; its maps are shown.</source>
      <extracomment>help of PROJECT of handbook</extracomment>
      <translation>Izveidots ar „Izveidot noformētu projektu”; rāda tā kartes.</translation>
    </message>
    <message>
      <source>Names of types: the fields type, label_en, label_lv, label_lt.</source>
      <extracomment>help of SERVICE_TYPES of handbook</extracomment>
      <translation>Veidu nosaukumi: lauki type, label_en, label_lv, label_lt.</translation>
    </message>
    <message>
      <source>Hide numbers of people below</source>
      <extracomment>SMALL_NUMBERS of handbook</extracomment>
      <translation>Slēpt iedzīvotāju skaitus, kas mazāki par</translation>
    </message>
    <message>
      <source>Small numbers point at households, and are mostly noise.</source>
      <extracomment>help of SMALL_NUMBERS of handbook</extracomment>
      <translation>Mazi skaitļi norāda uz mājsaimniecībām un lielākoties ir troksnis.</translation>
    </message>
    <message>
      <source>Also as PDF</source>
      <extracomment>PDF of handbook</extracomment>
      <translation>Arī kā PDF</translation>
    </message>
    <message>
      <source>Printed by Chromium, where it is installed.</source>
      <extracomment>help of PDF of handbook</extracomment>
      <translation>Drukā Chromium, ja tas ir instalēts.</translation>
    </message>
    <message>
      <source>index.en.html, index.lv.html, index.lt.html, tables.xlsx, handbook.odt, maps.</source>
      <extracomment>help of HANDBOOK_FOLDER of handbook</extracomment>
      <translation>index.en.html, index.lv.html, index.lt.html, tables.xlsx, handbook.odt, kartes.</translation>
    </message>
    <message>
      <source>Style results</source>
      <extracomment>title of styleresults</extracomment>
      <translation>Noformēt rezultātus</translation>
    </message>
    <message>
      <source>Give results their styles, in a language, and keep the styles in their files.</source>
      <extracomment>summary of styleresults</extracomment>
      <translation>Piešķir rezultātiem stilus izvēlētajā valodā un saglabā tos failos.</translation>
    </message>
    <message>
      <source>Styles layers made by Smart Planning, whatever they are called now, and saves the style as the default of each: in the GeoPackage, or beside other files. They look right in every project from then on. Layers of other origin are left as they are, and named in the log. Legends come in English, Latvian or Lithuanian.

How to read the results: STYLED lists the layers that got a style; the log names those that did not.</source>
      <extracomment>help of styleresults</extracomment>
      <translation>Noformē Smart Planning izveidotos slāņus, lai kā tie tagad saucas, un saglabā stilu kā katra noklusēto: GeoPackage vai blakus citiem failiem. Pēc tam tie izskatās pareizi visos projektos. Citas izcelsmes slāņus atstāj, kā ir, un nosauc žurnālā. Leģendas ir angļu, latviešu vai lietuviešu valodā.

Kā lasīt rezultātus: STYLED uzskaita slāņus, kas ieguva stilu; žurnāls nosauc tos, kas neieguva.</translation>
    </message>
    <message>
      <source>Results of Smart Planning.</source>
      <extracomment>help of LAYERS of styleresults</extracomment>
      <translation>Smart Planning rezultāti.</translation>
    </message>
    <message>
      <source>Styled layers</source>
      <extracomment>output of styleresults</extracomment>
      <translation>Noformētie slāņi</translation>
    </message>
    <message>
      <source>4 Services</source>
      <extracomment>group of algorithms</extracomment>
      <translation>4 Pakalpojumi</translation>
    </message>
    <message>
      <source>Locate shared services</source>
      <extracomment>title of locatesharedservices</extracomment>
      <translation>Izvietot kopīgus pakalpojumus</translation>
    </message>
    <message>
      <source>Where to put facilities for both countries, and what choosing together gains.</source>
      <extracomment>summary of locatesharedservices</extracomment>
      <translation>Kur izvietot pakalpojumu vietas abām valstīm un ko dod kopīga izvēle.</translation>
    </message>
    <message>
      <source>Chooses sites among candidates. pmedian: least travel time for all people to the nearest of P sites (with CAPACITY_FIELD the capacitated p-median; the people of a place may then be split among sites). mclp: most people within THRESHOLD of P sites. lscp: fewest sites so that everybody who can be is within THRESHOLD. pcenter: the longest way as short as P sites can make it. Exact (HiGHS) up to some 250,000 pairs of place and candidate, beyond it by interchange; either way the proven gap to the best is told.

How to read the results: SITES are all candidates with their role (chosen, fixed, spare, forbidden, unusable) and the people who would have them nearest. SUMMARY compares the sites chosen together (shared) with those chosen for each country by itself (separate: nobody crosses the border, P is shared out as is best for all) and gives the gain of sharing: sites, minutes, people; it ends with sentences to paste.

Limits: travel times are by car, demand is the people of POPULATION_FIELD. Whether a site may serve both countries, who decides and who pays is not computed. Several choices may be equally good; one of them is given.</source>
      <extracomment>help of locatesharedservices</extracomment>
      <translation>Izvēlas vietas no kandidātiem. pmedian: mazākais brauciena laiks visiem iedzīvotājiem līdz tuvākajai no P vietām (ar CAPACITY_FIELD – p-mediāna ar jaudu; vienas vietas iedzīvotājus tad var sadalīt starp vairākām). mclp: visvairāk iedzīvotāju THRESHOLD robežās no P vietām. lscp: vismazāk vietu, lai visi, kam tas iespējams, būtu THRESHOLD robežās. pcenter: garākais ceļš tik īss, cik ar P vietām iespējams. Precīzi (HiGHS) līdz aptuveni 250 000 vietas un kandidāta pāriem, virs tā ar apmaiņu; jebkurā gadījumā ir norādīta pierādītā starpība līdz labākajam.

Kā lasīt rezultātus: SITES ir visi kandidāti ar savu lomu (chosen, fixed, spare, forbidden, unusable) un iedzīvotājiem, kam tie būtu tuvākie. SUMMARY salīdzina kopā izvēlētās vietas (shared) ar tām, ko katra valsts izvēlas sev (separate: neviens nešķērso robežu, P sadala tā, kā visiem ir vislabāk), un dod kopīguma ieguvumu: vietas, minūtes, iedzīvotāji; beigās ir teikumi, ko iekopēt.

Ierobežojumi: brauciena laiki ir ar automobili, pieprasījums ir POPULATION_FIELD iedzīvotāji. Vai vieta drīkst apkalpot abas valstis, kas lemj un kas maksā, netiek aprēķināts. Vairākas izvēles var būt vienlīdz labas; dota ir viena no tām.</translation>
    </message>
    <message>
      <source>Candidate sites</source>
      <extracomment>CANDIDATES of locatesharedservices</extracomment>
      <translation>Kandidātvietas</translation>
    </message>
    <message>
      <source>Where a facility is, or could be.</source>
      <extracomment>help of CANDIDATES of locatesharedservices</extracomment>
      <translation>Kur pakalpojuma vieta ir vai varētu būt.</translation>
    </message>
    <message>
      <source>Country code of the candidates</source>
      <extracomment>CANDIDATE_COUNTRY_FIELD of locatesharedservices</extracomment>
      <translation>Kandidātu valsts kods</translation>
    </message>
    <message>
      <source>Empty: the country polygon the candidate lies in, else the nearest road.</source>
      <extracomment>help of CANDIDATE_COUNTRY_FIELD of locatesharedservices</extracomment>
      <translation>Tukšs: valsts poligons, kurā kandidāts atrodas, citādi tuvākais ceļš.</translation>
    </message>
    <message>
      <source>People a site can serve</source>
      <extracomment>CAPACITY_FIELD of locatesharedservices</extracomment>
      <translation>Cik iedzīvotāju vieta var apkalpot</translation>
    </message>
    <message>
      <source>For pmedian only; empty: no limit.</source>
      <extracomment>help of CAPACITY_FIELD of locatesharedservices</extracomment>
      <translation>Tikai pmedian; tukšs: bez ierobežojuma.</translation>
    </message>
    <message>
      <source>Fixed sites</source>
      <extracomment>FIXED of locatesharedservices</extracomment>
      <translation>Noteiktās vietas</translation>
    </message>
    <message>
      <source>Candidates for which this holds are there and stay: "status" = 'existing'.</source>
      <extracomment>help of FIXED of locatesharedservices</extracomment>
      <translation>Kandidāti, kuriem tas ir spēkā, jau ir un paliek: "status" = 'existing'.</translation>
    </message>
    <message>
      <source>Forbidden sites</source>
      <extracomment>FORBIDDEN of locatesharedservices</extracomment>
      <translation>Aizliegtās vietas</translation>
    </message>
    <message>
      <source>Candidates for which this holds must not be taken.</source>
      <extracomment>help of FORBIDDEN of locatesharedservices</extracomment>
      <translation>Kandidātus, kuriem tas ir spēkā, nedrīkst izvēlēties.</translation>
    </message>
    <message>
      <source>Model</source>
      <extracomment>MODEL of locatesharedservices</extracomment>
      <translation>Modelis</translation>
    </message>
    <message>
      <source>pmedian: least travel time. mclp: most people within the threshold. lscp: fewest sites for all. pcenter: shortest longest way.</source>
      <extracomment>help of MODEL of locatesharedservices</extracomment>
      <translation>pmedian: mazākais brauciena laiks. mclp: visvairāk iedzīvotāju robežvērtības ietvaros. lscp: vismazāk vietu visiem. pcenter: īsākais garākais ceļš.</translation>
    </message>
    <message>
      <source>Sites</source>
      <extracomment>P of locatesharedservices</extracomment>
      <translation>Vietu skaits</translation>
    </message>
    <message>
      <source>The fixed ones among them. Not used by lscp.</source>
      <extracomment>help of P of locatesharedservices</extracomment>
      <translation>Ieskaitot noteiktās. lscp to nelieto.</translation>
    </message>
    <message>
      <source>A place is served within.</source>
      <extracomment>help of THRESHOLD of locatesharedservices</extracomment>
      <translation>Vietu apkalpo šajā laikā.</translation>
    </message>
    <message>
      <source>Cooperation</source>
      <extracomment>COOPERATION of locatesharedservices</extracomment>
      <translation>Sadarbība</translation>
    </message>
    <message>
      <source>shared: everybody may go to every site. separate: only to those of the own country. The summary compares the two.</source>
      <extracomment>help of COOPERATION of locatesharedservices</extracomment>
      <translation>shared: visi var braukt uz visām vietām. separate: tikai uz savas valsts vietām. Kopsavilkums abus salīdzina.</translation>
    </message>
    <message>
      <source>Extra minutes abroad</source>
      <extracomment>EXTRA_MIN_ABROAD of locatesharedservices</extracomment>
      <translation>Papildu minūtes ārvalstīs</translation>
    </message>
    <message>
      <source>What using a service abroad costs on top of the journey.</source>
      <extracomment>help of EXTRA_MIN_ABROAD of locatesharedservices</extracomment>
      <translation>Ko papildus braucienam maksā pakalpojuma izmantošana ārvalstīs.</translation>
    </message>
    <message>
      <source>Time limit (seconds)</source>
      <extracomment>TIME_LIMIT of locatesharedservices</extracomment>
      <translation>Laika ierobežojums (sekundes)</translation>
    </message>
    <message>
      <source>After it the best choice found so far is given, with its gap.</source>
      <extracomment>help of TIME_LIMIT of locatesharedservices</extracomment>
      <translation>Pēc tā tiek dota līdz tam labākā izvēle ar tās starpību.</translation>
    </message>
    <message>
      <source>The candidates with their role and the people who would have them nearest.</source>
      <extracomment>help of SITES of locatesharedservices</extracomment>
      <translation>Kandidāti ar savu lomu un iedzīvotājiem, kam tie būtu tuvākie.</translation>
    </message>
    <message>
      <source>Who would go where</source>
      <extracomment>ASSIGNMENT of locatesharedservices</extracomment>
      <translation>Kas uz kurieni brauktu</translation>
    </message>
    <message>
      <source>A line from each place to its site; a place without one says why.</source>
      <extracomment>help of ASSIGNMENT of locatesharedservices</extracomment>
      <translation>Līnija no katras vietas līdz tai izvēlētajai; vieta bez tādas pasaka, kāpēc.</translation>
    </message>
    <message>
      <source>Together and each for itself</source>
      <extracomment>SUMMARY of locatesharedservices</extracomment>
      <translation>Kopā un katrs sev</translation>
    </message>
    <message>
      <source>Sites, minutes and people under both, the gain, and sentences to paste.</source>
      <extracomment>help of SUMMARY of locatesharedservices</extracomment>
      <translation>Vietas, minūtes un iedzīvotāji abos gadījumos, ieguvums un teikumi, ko iekopēt.</translation>
    </message>
    <message>
      <source>Service catchments</source>
      <extracomment>title of servicecatchments</extracomment>
      <translation>Pakalpojumu piesaistes areāli</translation>
    </message>
    <message>
      <source>Which ground and people belong to each facility, and which catchments cross the border.</source>
      <extracomment>summary of servicecatchments</extracomment>
      <translation>Kura zeme un kuri iedzīvotāji pieder katrai pakalpojuma vietai un kuri areāli šķērso robežu.</translation>
    </message>
    <message>
      <source>Divides the ground and the people among the facilities of each type, by the way on the road network: to the nearest one (turn-out included), by weight, or so that no facility takes more people than it has room for. Types that SERVICE_TYPES calls not_shareable are divided within each country; extra_min_abroad is added to ways across the border. Types with direction = from (ambulance, fire) travel from the facility to the place.

How to read the results: catchments of one type share no ground and leave none that is reached. population is the sum over places, those who live nearest and not users; over all facilities, and those without one, it adds up to all. crosses_border is 1 where a catchment has people or ground abroad. With RULE = capacity, price_min is what a full facility's room is worth in minutes: everybody goes where way and price together are least, which keeps the whole of all ways as short as the room allows; elsewhere counts people of a place for whom there was no room at its main facility. With SERVICE_CHANGES, present_service_id and change_time_min in PLACES_OUT compare with the present. Between cells the outlines are interpolated; places are exact.</source>
      <extracomment>help of servicecatchments</extracomment>
      <translation>Sadala zemi un iedzīvotājus starp katra veida pakalpojumu vietām pēc ceļa ceļu tīklā: tuvākajai (ieskaitot izbraukšanas laiku), pēc svara vai tā, lai neviena vieta neuzņemtu vairāk iedzīvotāju, nekā tai ir vietas. Veidus, ko SERVICE_TYPES sauc par not_shareable, sadala katrā valstī atsevišķi; ceļiem pāri robežai pieskaita extra_min_abroad. Veidi ar direction = from (neatliekamā palīdzība, ugunsdzēsēji) brauc no pakalpojuma vietas uz vietu.

Kā lasīt rezultātus: viena veida areāliem nav kopīgas zemes, un nekas sasniedzamais nepaliek ārpusē. population ir summa pa vietām, tie, kas dzīvo vistuvāk, nevis lietotāji; pa visām pakalpojumu vietām un vietām bez tādas tā veido visus. crosses_border ir 1, ja areālam ir iedzīvotāji vai zeme ārvalstīs. Ar RULE = capacity price_min ir pilnas pakalpojuma vietas brīvās vietas vērtība minūtēs: katrs dodas tur, kur ceļš un cena kopā ir mazākie, un tā visu ceļu kopsumma ir tik maza, cik jauda ļauj; elsewhere skaita vietas iedzīvotājus, kam galvenajā pakalpojuma vietā vietas nepietika. Ar SERVICE_CHANGES present_service_id un change_time_min slānī PLACES_OUT salīdzina ar pašreizējo. Starp šūnām kontūras ir interpolētas; vietas ir precīzas.</translation>
    </message>
    <message>
      <source>Division</source>
      <extracomment>RULE of servicecatchments</extracomment>
      <translation>Dalījums</translation>
    </message>
    <message>
      <source>nearest: the shortest way. weight: the way divided by WEIGHT_FIELD is least. capacity: no facility takes more people than it has room for: CAPACITY_FIELD times people_per_capacity of SERVICE_TYPES.</source>
      <extracomment>help of RULE of servicecatchments</extracomment>
      <translation>nearest: īsākais ceļš. weight: mazākais ceļš, dalīts ar WEIGHT_FIELD. capacity: neviena vieta neuzņem vairāk iedzīvotāju, nekā tai ir vietas: CAPACITY_FIELD reiz people_per_capacity tabulā SERVICE_TYPES.</translation>
    </message>
    <message>
      <source>Weight</source>
      <extracomment>WEIGHT_FIELD of servicecatchments</extracomment>
      <translation>Svars</translation>
    </message>
    <message>
      <source>Attractiveness, above 0: to a facility of weight 2 people go twice as far.</source>
      <extracomment>help of WEIGHT_FIELD of servicecatchments</extracomment>
      <translation>Pievilcība, lielāka par 0: uz vietu ar svaru 2 cilvēki brauc divreiz tālāk.</translation>
    </message>
    <message>
      <source>A row for each service, with its area, people by country and whether it crosses the border.</source>
      <extracomment>help of OUTPUT of servicecatchments</extracomment>
      <translation>Rinda katram pakalpojumam ar tā platību, iedzīvotājiem pa valstīm un to, vai tas šķērso robežu.</translation>
    </message>
    <message>
      <source>Places and their facilities</source>
      <extracomment>PLACES_OUT of servicecatchments</extracomment>
      <translation>Vietas un to pakalpojumu vietas</translation>
    </message>
    <message>
      <source>A row for each place and type, with the facility of most of its people.</source>
      <extracomment>help of PLACES_OUT of servicecatchments</extracomment>
      <translation>Rinda katrai vietai un veidam ar pakalpojuma vietu, kas der lielākajai daļai tās iedzīvotāju.</translation>
    </message>
    <message>
      <source>Service inventory</source>
      <extracomment>title of serviceinventory</extracomment>
      <translation>Pakalpojumu uzskaite</translation>
    </message>
    <message>
      <source>What services parishes, municipalities or zones have, lack, and reach across the border.</source>
      <extracomment>summary of serviceinventory</extracomment>
      <translation>Kādi pakalpojumi pagastiem, pašvaldībām vai zonām ir, kādu trūkst un kādus sasniedz pāri robežai.</translation>
    </message>
    <message>
      <source>Counts the services in each zone by type, and says how near they are to its people: at home, and across the border.

How to read the results, for each type: n_ is the number in the zone; per_10k_ the number for 10,000 people of the type's own demand (demand_field in SERVICE_TYPES); within_ and within_pct_ the people within the norm of their own country and settlement (NORMS, else the threshold) of one at home; across_ those who are not, but are of one across the border: reachable, which is not the same as shared; nearest_min_ and nearest_abroad_min_ the mean minutes of the people; index_ the minutes to the nearest of any country against the surrounding region (100). reach_ says here, near (none here, but most people have one within the norm at home), across (not so, but most have one across the border: reachable, not shared), missing, or nobody (nobody lives there). n_deficit counts the types for which the zone lies DEFICIT times further than the surrounding region: with half of the types or more it reads as an inner periphery (after ESPON PROFECY). SUMMARY adds up by type and theme, warns where the two countries' data are not equally complete, and ends with sentences to paste. change_ is the result with SERVICE_CHANGES less the present.

Limits: a service counts where its point lies, and only if the data has it; people are residents. Where the data ends within reach, services beyond it are missed.</source>
      <extracomment>help of serviceinventory</extracomment>
      <translation>Saskaita pakalpojumus katrā zonā pa veidiem un pasaka, cik tuvu tie ir tās iedzīvotājiem: savā valstī un pāri robežai.

Kā lasīt rezultātus katram veidam: n_ ir skaits zonā; per_10k_ – skaits uz 10 000 iedzīvotājiem no paša veida pieprasījuma (demand_field tabulā SERVICE_TYPES); within_ un within_pct_ – iedzīvotāji, kam pakalpojums savā valstī ir pašu valsts un apdzīvotības tipa normas ietvaros (NORMS, citādi robežvērtība); across_ – tie, kam nav, bet ir pāri robežai: sasniedzams, kas nav tas pats, kas kopīgs; nearest_min_ un nearest_abroad_min_ – iedzīvotāju vidējās minūtes; index_ – minūtes līdz jebkuras valsts tuvākajam pret apkārtējo reģionu (100). reach_ saka here, near (šeit nav, bet lielākajai daļai tas ir normas ietvaros savā valstī), across (tā nav, bet lielākajai daļai ir pāri robežai: sasniedzams, ne kopīgs), missing vai nobody (tur neviens nedzīvo). n_deficit skaita veidus, kuros zona ir DEFICIT reizes tālāk nekā apkārtējais reģions: ja to ir puse vai vairāk, zona lasāma kā iekšējā perifērija (pēc ESPON PROFECY). SUMMARY saskaita pa veidiem un tēmām, brīdina, ja abu valstu dati nav vienlīdz pilnīgi, un beidzas ar teikumiem, ko iekopēt. change_ ir rezultāts ar SERVICE_CHANGES mīnus pašreizējais.

Ierobežojumi: pakalpojums skaitās tur, kur atrodas tā punkts, un tikai tad, ja tas ir datos; iedzīvotāji ir pastāvīgie iedzīvotāji. Ja dati beidzas sasniedzamā attālumā, pakalpojumi aiz tiem ir palaisti garām.</translation>
    </message>
    <message>
      <source>For types without a norm and without threshold_min in SERVICE_TYPES.</source>
      <extracomment>help of THRESHOLD of serviceinventory</extracomment>
      <translation>Veidiem bez normas un bez threshold_min tabulā SERVICE_TYPES.</translation>
    </message>
    <message>
      <source>Surrounding region (km)</source>
      <extracomment>SURROUNDING of serviceinventory</extracomment>
      <translation>Apkārtējais reģions (km)</translation>
    </message>
    <message>
      <source>Zones whose people live this near on average, the zone itself among them; each counts once.</source>
      <extracomment>help of SURROUNDING of serviceinventory</extracomment>
      <translation>Zonas, kuru iedzīvotāji vidēji dzīvo tik tuvu, ieskaitot pašu zonu; katra skaitās vienreiz.</translation>
    </message>
    <message>
      <source>Deficit (times the surrounding region)</source>
      <extracomment>DEFICIT of serviceinventory</extracomment>
      <translation>Deficīts (reizes pret apkārtējo reģionu)</translation>
    </message>
    <message>
      <source>A zone with mean minutes so many times those of the surrounding region is in deficit.</source>
      <extracomment>help of DEFICIT of serviceinventory</extracomment>
      <translation>Zona, kuras vidējās minūtes ir tik reižu lielākas nekā apkārtējā reģionā, ir deficītā.</translation>
    </message>
    <message>
      <source>Zones with their services</source>
      <extracomment>OUTPUT of serviceinventory</extracomment>
      <translation>Zonas ar to pakalpojumiem</translation>
    </message>
    <message>
      <source>The zones, with each type.</source>
      <extracomment>help of OUTPUT of serviceinventory</extracomment>
      <translation>Zonas ar katru veidu.</translation>
    </message>
    <message>
      <source>Numbers by type, theme and country, and the finding in words in three languages.</source>
      <extracomment>help of SUMMARY of serviceinventory</extracomment>
      <translation>Skaitļi pa veidiem, tēmām un valstīm un secinājums vārdos trīs valodās.</translation>
    </message>
    <message>
      <source>6 Territory</source>
      <extracomment>group of algorithms</extracomment>
      <translation>6 Teritorija</translation>
    </message>
    <message>
      <source>Action plan</source>
      <extracomment>title of actionplan</extracomment>
      <translation>Rīcības plāns</translation>
    </message>
    <message>
      <source>An action plan looked through: status, distance to target, money, what does not fit.</source>
      <extracomment>summary of actionplan</extracomment>
      <translation>Caurskatīts rīcības plāns: statuss, attālums līdz mērķim, nauda un kas nesaskan.</translation>
    </message>
    <message>
      <source>Reads a plan as planners keep it, a row an action (or goal, priority, task) with the code of its parent; links its indicators to figures, given or computed from the results of other algorithms; and gives the status of each row on a day, the distance to target, a timeline, the budget by year, source and organisation, and all that does not fit together.

How to read the results: progress_pct is the way from baseline to target that has been gone, expected_pct the share of the time that has passed. status: reached; on_track and behind (progress against time); overdue (time is over, target is not reached); not_started; no_figure (under way or over, but no value is known); no_dates; inconsistent (ends before it starts); group (a row above others). remarks name what does not fit. Money of rows above others is not counted again (budget_counted); without columns budget_&lt;year&gt; it is spread evenly over the days of the action, which is an assumption. An organisation that takes part need not pay: the two sums of money are not to be added up. Who pays and who agrees are for people to fill in.</source>
      <extracomment>help of actionplan</extracomment>
      <translation>Nolasa plānu tādu, kādu to uztur plānotāji: rinda katrai rīcībai (vai mērķim, prioritātei, uzdevumam) ar tās augstākās rindas kodu; sasaista rādītājus ar skaitļiem, dotiem vai aprēķinātiem no citu algoritmu rezultātiem; un dod katras rindas statusu noteiktā dienā, attālumu līdz mērķim, laika grafiku, budžetu pa gadiem, avotiem un organizācijām un visu, kas nesaskan.

Kā lasīt rezultātus: progress_pct ir noietais ceļš no sākuma vērtības līdz mērķim, expected_pct – pagājušā laika daļa. status: reached; on_track un behind (progress pret laiku); overdue (laiks ir beidzies, mērķis nav sasniegts); not_started; no_figure (notiek vai beidzies, bet vērtība nav zināma); no_dates; inconsistent (beidzas pirms sākuma); group (rinda virs citām). remarks nosauc, kas nesaskan. Naudu rindās virs citām neskaita vēlreiz (budget_counted); bez kolonnām budget_&lt;year&gt; to vienmērīgi sadala pa rīcības dienām, kas ir pieņēmums. Organizācijai, kas piedalās, nav obligāti jāmaksā: abas naudas summas nav saskaitāmas. Kas maksā un kas piekrīt, aizpilda cilvēki.</translation>
    </message>
    <message>
      <source>Results of other algorithms</source>
      <extracomment>RESULTS of actionplan</extracomment>
      <translation>Citu algoritmu rezultāti</translation>
    </message>
    <message>
      <source>Layers that INDICATORS names, by their name or as sharedserviceareas.AREAS.</source>
      <extracomment>help of RESULTS of actionplan</extracomment>
      <translation>Slāņi, ko nosauc INDICATORS, pēc nosaukuma vai kā sharedserviceareas.AREAS.</translation>
    </message>
    <message>
      <source>Date of the status</source>
      <extracomment>DATE of actionplan</extracomment>
      <translation>Statusa datums</translation>
    </message>
    <message>
      <source>As 2026-06-30. Empty: today; results then change.</source>
      <extracomment>help of DATE of actionplan</extracomment>
      <translation>Kā 2026-06-30. Tukšs: šodiena; rezultāti tad mainās.</translation>
    </message>
    <message>
      <source>Of words in files.</source>
      <extracomment>help of LANGUAGE of actionplan</extracomment>
      <translation>Vārdiem failos.</translation>
    </message>
    <message>
      <source>Plan</source>
      <extracomment>OUTPUT of actionplan</extracomment>
      <translation>Plāns</translation>
    </message>
    <message>
      <source>The rows with status and distance to target.</source>
      <extracomment>help of OUTPUT of actionplan</extracomment>
      <translation>Rindas ar statusu un attālumu līdz mērķim.</translation>
    </message>
    <message>
      <source>Budget</source>
      <extracomment>BUDGET of actionplan</extracomment>
      <translation>Budžets</translation>
    </message>
    <message>
      <source>Money by action, year and source.</source>
      <extracomment>help of BUDGET of actionplan</extracomment>
      <translation>Nauda pa rīcībām, gadiem un avotiem.</translation>
    </message>
    <message>
      <source>What does not fit</source>
      <extracomment>ISSUES of actionplan</extracomment>
      <translation>Kas nesaskan</translation>
    </message>
    <message>
      <source>A row for each inconsistency.</source>
      <extracomment>help of ISSUES of actionplan</extracomment>
      <translation>Rinda katrai nesaskaņai.</translation>
    </message>
    <message>
      <source>Timeline</source>
      <extracomment>TIMELINE of actionplan</extracomment>
      <translation>Laika grafiks</translation>
    </message>
    <message>
      <source>A Gantt chart, to print.</source>
      <extracomment>help of TIMELINE of actionplan</extracomment>
      <translation>Ganta diagramma, drukāšanai.</translation>
    </message>
    <message>
      <source>Status, timeline, distance to target, budget, inconsistencies.</source>
      <extracomment>help of REPORT of actionplan</extracomment>
      <translation>Statuss, laika grafiks, attālums līdz mērķim, budžets, nesaskaņas.</translation>
    </message>
    <message>
      <source>Priorities</source>
      <extracomment>title of priorities</extracomment>
      <translation>Prioritātes</translation>
    </message>
    <message>
      <source>Zones, services or project ideas in the order of several criteria, and how sure that is.</source>
      <extracomment>summary of priorities</extracomment>
      <translation>Zonas, pakalpojumi vai projektu idejas vairāku kritēriju secībā un cik tā ir droša.</translation>
    </message>
    <message>
      <source>Ranks candidates by criteria with weights: fields of their layer (also results of other algorithms), or what layers say of them, such as the share of a municipality under a flood or the distance to the coast. The weights are then drawn again and again around those given, and each candidate gets the range of its ranks. A CHAIN of challenges, priorities, directions and tasks comes back with where the evidence of each is strongest.

How to read the results: rank 1 is first; rank_low to rank_high holds in 90 % of the draws, and candidates whose ranges overlap are not told apart by these criteria. share_first is the share of draws in which one was first. SENSITIVITY holds the ranks by the other methods, and without each criterion. weighted_sum: values from 0 to 1 times their weight; topsis: nearness to the best of all; promethee: how often one is preferred (thresholds indifference and preference in units of the criterion). A candidate without a value is not ranked; its status says which is missing. Ranks are evidence for a decision, not the decision: weights are opinions, and criteria that measure the same thing twice count it twice.</source>
      <extracomment>help of priorities</extracomment>
      <translation>Sarindo kandidātus pēc kritērijiem ar svariem: pēc to slāņa laukiem (arī citu algoritmu rezultātiem) vai pēc tā, ko par tiem saka slāņi, piemēram, pašvaldības applūstošā daļa vai attālums līdz krastam. Pēc tam svarus daudzkārt izlozē ap dotajiem, un katrs kandidāts iegūst savu rangu diapazonu. Izaicinājumu, prioritāšu, virzienu un uzdevumu CHAIN atgriež ar to, kur katra pierādījumi ir visstiprākie.

Kā lasīt rezultātus: rank 1 ir pirmais; no rank_low līdz rank_high ir spēkā 90 % izložu, un kandidātus, kuru diapazoni pārklājas, šie kritēriji neatšķir. share_first ir izložu daļa, kurā tas bija pirmais. SENSITIVITY satur rangus ar citām metodēm un bez katra kritērija. weighted_sum: vērtības no 0 līdz 1 reiz to svars; topsis: tuvums labākajam no visiem; promethee: cik bieži dod priekšroku (sliekšņi indifference un preference kritērija vienībās). Kandidātu bez vērtības nesarindo; tā status pasaka, kura trūkst. Rangi ir pierādījums lēmumam, nevis lēmums: svari ir viedokļi, un kritēriji, kas vienu un to pašu mēra divreiz, to skaita divreiz.</translation>
    </message>
    <message>
      <source>Candidates</source>
      <extracomment>CANDIDATES of priorities</extracomment>
      <translation>Kandidāti</translation>
    </message>
    <message>
      <source>Zones, services or project ideas; a table will do.</source>
      <extracomment>help of CANDIDATES of priorities</extracomment>
      <translation>Zonas, pakalpojumi vai projektu idejas; der arī tabula.</translation>
    </message>
    <message>
      <source>Name of the candidates</source>
      <extracomment>CANDIDATE_NAME_FIELD of priorities</extracomment>
      <translation>Kandidātu nosaukums</translation>
    </message>
    <message>
      <source>Empty: their ids.</source>
      <extracomment>help of CANDIDATE_NAME_FIELD of priorities</extracomment>
      <translation>Tukšs: to identifikatori.</translation>
    </message>
    <message>
      <source>Method</source>
      <extracomment>METHOD of priorities</extracomment>
      <translation>Metode</translation>
    </message>
    <message>
      <source>The others stand in SENSITIVITY.</source>
      <extracomment>help of METHOD of priorities</extracomment>
      <translation>Pārējās ir izvadē SENSITIVITY.</translation>
    </message>
    <message>
      <source>Spread of weights</source>
      <extracomment>SPREAD of priorities</extracomment>
      <translation>Svaru izkliede</translation>
    </message>
    <message>
      <source>0.5: each weight is drawn between half and one and a half times its value.</source>
      <extracomment>help of SPREAD of priorities</extracomment>
      <translation>0.5: katru svaru izlozē starp pusi un pusotru tā vērtību.</translation>
    </message>
    <message>
      <source>Draws</source>
      <extracomment>DRAWS of priorities</extracomment>
      <translation>Izlozes</translation>
    </message>
    <message>
      <source>How often weights are drawn.</source>
      <extracomment>help of DRAWS of priorities</extracomment>
      <translation>Cik reižu svarus izlozē.</translation>
    </message>
    <message>
      <source>Seed</source>
      <extracomment>SEED of priorities</extracomment>
      <translation>Sēkla</translation>
    </message>
    <message>
      <source>The same seed draws the same weights.</source>
      <extracomment>help of SEED of priorities</extracomment>
      <translation>Tā pati sēkla izlozē tos pašus svarus.</translation>
    </message>
    <message>
      <source>Candidates in order</source>
      <extracomment>OUTPUT of priorities</extracomment>
      <translation>Kandidāti secībā</translation>
    </message>
    <message>
      <source>The candidates with score, rank, its range and its reason in three languages.</source>
      <extracomment>help of OUTPUT of priorities</extracomment>
      <translation>Kandidāti ar vērtējumu, rangu, tā diapazonu un pamatojumu trīs valodās.</translation>
    </message>
    <message>
      <source>Ranks by other methods and without each criterion.</source>
      <extracomment>help of SENSITIVITY of priorities</extracomment>
      <translation>Rangi ar citām metodēm un bez katra kritērija.</translation>
    </message>
    <message>
      <source>Chain with its evidence</source>
      <extracomment>CHAIN_OUT of priorities</extracomment>
      <translation>Ķēde ar pierādījumiem</translation>
    </message>
    <message>
      <source>The rows of CHAIN in their order, with the candidates that lead by their criteria.</source>
      <extracomment>help of CHAIN_OUT of priorities</extracomment>
      <translation>CHAIN rindas to secībā ar kandidātiem, kas pēc to kritērijiem ir priekšā.</translation>
    </message>
    <message>
      <source>Smart specialisation</source>
      <extracomment>title of specialisation</extracomment>
      <translation>Viedā specializācija</translation>
    </message>
    <message>
      <source>What zones are strong in, what became of it, and who across the border is alike.</source>
      <extracomment>summary of specialisation</extracomment>
      <translation>Kurās jomās zonas ir stipras, kas no tā iznācis un kas pāri robežai ir līdzīgs.</translation>
    </message>
    <message>
      <source>From jobs by sector: location quotients, shift-share, stars and classes of each sector (and of each domain of specialisation, where DOMAINS groups sectors), concentration of each zone, pairs across the border, and a guideline sheet for each municipality. NACE sections that contain each other (B-E and C, TOTAL) are taken apart, not added up.

How to read the results: lq above 1 means a larger share of jobs than in the reference; lq_lowest and lq_highest are those of all years. national_share, industry_mix and regional_shift add up to the change in jobs; competitive and allocation (Esteban-Marquillas) to regional_shift. class: growing_strength, threatened_strength (lq of 1 or more, jobs growing or falling), emerging and weak (below 1), too_small. Stars: size (top tenth of zones, from 10 zones on), specialisation (lq of 2 or more), growth (top fifth, from 5 zones on); stars_possible says how many could be given. relatedness_density needs 10 zones. Fewer than 50 jobs are hidden. confidence is low where rounding matters, figures jump by a quarter between years, or lq is not on one side of 1 in all years: look at confidence_reason. Quotients on a few regions, against their own sum, are a first look and not smart specialisation; NACE does not show bioeconomy or blue economy: edit DOMAINS, ask firms. common and only_a, only_b in PAIRS are where cooperation could start, not where it exists.</source>
      <extracomment>help of specialisation</extracomment>
      <translation>No darba vietām pa nozarēm: lokalizācijas koeficienti, izmaiņu un daļu analīze (shift-share), zvaigznes un klases katrai nozarei (un katrai specializācijas jomai, ja DOMAINS nozares grupē), katras zonas koncentrācija, pāri pāri robežai un vadlīniju lapa katrai pašvaldībai. NACE sekcijas, kas satur cita citu (B-E un C, TOTAL), tiek izšķirtas, nevis saskaitītas.

Kā lasīt rezultātus: lq virs 1 nozīmē lielāku darba vietu daļu nekā salīdzināmajā teritorijā; lq_lowest un lq_highest ir no visiem gadiem. national_share, industry_mix un regional_shift kopā veido darba vietu izmaiņas; competitive un allocation (Esteban-Marquillas) veido regional_shift. class: growing_strength, threatened_strength (lq vismaz 1, darba vietas pieaug vai samazinās), emerging un weak (zem 1), too_small. Zvaigznes: size (zonu augšējā desmitdaļa, no 10 zonām), specialisation (lq vismaz 2), growth (augšējā piektdaļa, no 5 zonām); stars_possible pasaka, cik varēja piešķirt. relatedness_density vajag 10 zonas. Mazāk par 50 darba vietām tiek paslēpts. confidence ir low, ja noapaļošana ir būtiska, skaitļi starp gadiem lec par ceturtdaļu vai lq nav visos gados vienā pusē no 1: skatiet confidence_reason. Koeficienti dažiem reģioniem pret to pašu summu ir pirmais ieskats, nevis viedā specializācija; NACE nerāda ne bioekonomiku, ne zilo ekonomiku: labojiet DOMAINS, jautājiet uzņēmumiem. common un only_a, only_b tabulā PAIRS ir tas, kur sadarbība varētu sākties, nevis kur tā ir.</translation>
    </message>
    <message>
      <source>Municipalities, parishes or regions.</source>
      <extracomment>help of ZONES of specialisation</extracomment>
      <translation>Pašvaldības, pagasti vai reģioni.</translation>
    </message>
    <message>
      <source>Code of the zones</source>
      <extracomment>ZONE_ID of specialisation</extracomment>
      <translation>Zonu kods</translation>
    </message>
    <message>
      <source>Unique. Tables are joined by it as text: leading zeros count.</source>
      <extracomment>help of ZONE_ID of specialisation</extracomment>
      <translation>Unikāls. Tabulas pēc tā savieno kā tekstu: nulles sākumā ir no svara.</translation>
    </message>
    <message>
      <source>Empty: the code.</source>
      <extracomment>help of ZONE_NAME_FIELD of specialisation</extracomment>
      <translation>Tukšs: kods.</translation>
    </message>
    <message>
      <source>ISO 3166-1 alpha-2, such as LV and LT. Empty: nothing is said across the border.</source>
      <extracomment>help of ZONE_COUNTRY_FIELD of specialisation</extracomment>
      <translation>ISO 3166-1 alpha-2, piemēram, LV un LT. Tukšs: par pārrobežu neko nesaka.</translation>
    </message>
    <message>
      <source>Reference</source>
      <extracomment>REFERENCE of specialisation</extracomment>
      <translation>Salīdzināmā teritorija</translation>
    </message>
    <message>
      <source>Its code in JOBS. Empty: the sum of the zones.</source>
      <extracomment>help of REFERENCE of specialisation</extracomment>
      <translation>Tās kods tabulā JOBS. Tukšs: zonu summa.</translation>
    </message>
    <message>
      <source>Columns from, to, weight and, where known, year: as in territorial trends.</source>
      <extracomment>help of CODE_CHANGES of specialisation</extracomment>
      <translation>Kolonnas from, to, weight un, ja zināms, year: kā teritoriālās attīstības tendencēs.</translation>
    </message>
    <message>
      <source>Each gets a guideline sheet, with the figures of its zone. Empty: each zone does.</source>
      <extracomment>help of MUNICIPALITIES of specialisation</extracomment>
      <translation>Katra saņem vadlīniju lapu ar savas zonas skaitļiem. Tukšs: katra zona.</translation>
    </message>
    <message>
      <source>Specialisation</source>
      <extracomment>OUTPUT of specialisation</extracomment>
      <translation>Specializācija</translation>
    </message>
    <message>
      <source>A row for each zone and sector, and each domain.</source>
      <extracomment>help of OUTPUT of specialisation</extracomment>
      <translation>Rinda katrai zonai un nozarei un katrai jomai.</translation>
    </message>
    <message>
      <source>The zones, what they are strong in.</source>
      <extracomment>help of ZONES_OUT of specialisation</extracomment>
      <translation>Zonas un kurās jomās tās ir stipras.</translation>
    </message>
    <message>
      <source>Pairs across the border</source>
      <extracomment>PAIRS of specialisation</extracomment>
      <translation>Pāri pāri robežai</translation>
    </message>
    <message>
      <source>Zones of two countries: how alike, what is common, what complements.</source>
      <extracomment>help of PAIRS of specialisation</extracomment>
      <translation>Divu valstu zonas: cik līdzīgas, kas kopīgs, kas papildina.</translation>
    </message>
    <message>
      <source>Guidelines</source>
      <extracomment>GUIDELINES_TABLE of specialisation</extracomment>
      <translation>Vadlīnijas</translation>
    </message>
    <message>
      <source>A row a point, in three languages.</source>
      <extracomment>help of GUIDELINES_TABLE of specialisation</extracomment>
      <translation>Rinda katram punktam, trīs valodās.</translation>
    </message>
    <message>
      <source>Guideline sheets</source>
      <extracomment>GUIDELINES of specialisation</extracomment>
      <translation>Vadlīniju lapas</translation>
    </message>
    <message>
      <source>A sheet a municipality, to print.</source>
      <extracomment>help of GUIDELINES of specialisation</extracomment>
      <translation>Lapa katrai pašvaldībai, drukāšanai.</translation>
    </message>
    <message>
      <source>Territorial trends</source>
      <extracomment>title of territorialtrends</extracomment>
      <translation>Teritoriālās attīstības tendences</translation>
    </message>
    <message>
      <source>How zones change: people, age, movement, density, against others and across the border.</source>
      <extracomment>summary of territorialtrends</extracomment>
      <translation>Kā zonas mainās: iedzīvotāji, vecums, kustība, blīvums, pret citām un pāri robežai.</translation>
    </message>
    <message>
      <source>From a table of observations: change, growth a year, ageing and dependency, density, Webb's types of population change, breaks in a series, and the difference from the reference region and from the neighbours across the border. Exports of statistical offices are read as they are: title and notes, semicolons, decimal commas, Windows-1257, … - : for missing values, years side by side.

How to read the results: growth_pct_year is compound, between first_date and last_date. vs_reference and vs_abroad are percentage points a year, above 0 where the zone fared better; vs_abroad compares with the zones that touch it across the border, taken together. Indicators called population, pop_0_14, pop_15_64, pop_65, births, deaths, natural_change and net_migration are known; ages are put into those groups. Populations stand at the beginning of their year. Webb: a and b grow mainly by births, c and d by migration; e and f shrink mainly by deaths, g and h by migration; without net_migration it is what births and deaths leave unexplained, so that a moved boundary looks like migration (migration_basis says residual). break_years: a flag of the office, or a jump found in the series; growth across a break means little. People are rounded to 10, fewer than 20 are hidden, so figures may not add up. Zones of unequal boundaries in time need CODE_CHANGES.</source>
      <extracomment>help of territorialtrends</extracomment>
      <translation>No novērojumu tabulas: izmaiņas, pieaugums gadā, novecošanās un demogrāfiskā slodze, blīvums, Veba iedzīvotāju skaita izmaiņu tipi, lūzumi datu rindā un atšķirība no salīdzināmā reģiona un no kaimiņiem pāri robežai. Statistikas iestāžu failus lasa, kādi tie ir: virsraksts un piezīmes, semikoli, decimālkomati, Windows-1257, … - : trūkstošām vērtībām, gadi blakus.

Kā lasīt rezultātus: growth_pct_year ir saliktais pieaugums starp first_date un last_date. vs_reference un vs_abroad ir procentpunkti gadā, virs 0, ja zonai klājies labāk; vs_abroad salīdzina ar zonām, kas tai pieskaras pāri robežai, kopā. Ir zināmi rādītāji population, pop_0_14, pop_15_64, pop_65, births, deaths, natural_change un net_migration; vecumus ieliek šajās grupās. Iedzīvotāju skaits ir gada sākumā. Vebs: a un b pieaug galvenokārt no dzimstības, c un d – no migrācijas; e un f sarūk galvenokārt no mirstības, g un h – no migrācijas; bez net_migration tā ir tas, ko dzimušie un mirušie neizskaidro, tāpēc pārvietota robeža izskatās pēc migrācijas (migration_basis saka residual). break_years: iestādes atzīme vai rindā atrasts lēciens; pieaugums pāri lūzumam neko daudz nenozīmē. Iedzīvotājus noapaļo līdz 10, mazāk par 20 paslēpj, tāpēc skaitļi var nesakrist ar summu. Zonām, kuru robežas laikā mainās, vajag CODE_CHANGES.</translation>
    </message>
    <message>
      <source>Reference region</source>
      <extracomment>REFERENCE of territorialtrends</extracomment>
      <translation>Salīdzināmais reģions</translation>
    </message>
    <message>
      <source>Its code in the observations. Empty: the sum of the zones of the layer.</source>
      <extracomment>help of REFERENCE of territorialtrends</extracomment>
      <translation>Tā kods novērojumos. Tukšs: slāņa zonu summa.</translation>
    </message>
    <message>
      <source>From year</source>
      <extracomment>FROM_YEAR of territorialtrends</extracomment>
      <translation>No gada</translation>
    </message>
    <message>
      <source>Empty: the first most have.</source>
      <extracomment>help of FROM_YEAR of territorialtrends</extracomment>
      <translation>Tukšs: pirmais, kas ir vairākumam.</translation>
    </message>
    <message>
      <source>To year</source>
      <extracomment>TO_YEAR of territorialtrends</extracomment>
      <translation>Līdz gadam</translation>
    </message>
    <message>
      <source>Empty: the last most have.</source>
      <extracomment>help of TO_YEAR of territorialtrends</extracomment>
      <translation>Tukšs: pēdējais, kas ir vairākumam.</translation>
    </message>
    <message>
      <source>Trends of zones</source>
      <extracomment>OUTPUT of territorialtrends</extracomment>
      <translation>Zonu tendences</translation>
    </message>
    <message>
      <source>The zones with their trends.</source>
      <extracomment>help of OUTPUT of territorialtrends</extracomment>
      <translation>Zonas ar to tendencēm.</translation>
    </message>
    <message>
      <source>Trends by indicator</source>
      <extracomment>SUMMARY of territorialtrends</extracomment>
      <translation>Tendences pa rādītājiem</translation>
    </message>
    <message>
      <source>A row for each indicator and zone.</source>
      <extracomment>help of SUMMARY of territorialtrends</extracomment>
      <translation>Rinda katram rādītājam un zonai.</translation>
    </message>
    <message>
      <source>What did not match</source>
      <extracomment>UNMATCHED of territorialtrends</extracomment>
      <translation>Kas nesakrita</translation>
    </message>
    <message>
      <source>Codes without a partner, and why.</source>
      <extracomment>help of UNMATCHED of territorialtrends</extracomment>
      <translation>Kodi bez pāra un iemesls.</translation>
    </message>
    <message>
      <source>Small multiples</source>
      <extracomment>PLOTS of territorialtrends</extracomment>
      <translation>Mazie grafiki</translation>
    </message>
    <message>
      <source>A small plot a zone, to print.</source>
      <extracomment>help of PLOTS of territorialtrends</extracomment>
      <translation>Mazs grafiks katrai zonai, drukāšanai.</translation>
    </message>
    <message>
      <source>What was found, in words and plots.</source>
      <extracomment>help of REPORT of territorialtrends</extracomment>
      <translation>Kas atrasts, vārdos un grafikos.</translation>
    </message>
    <message>
      <source>5 Zones</source>
      <extracomment>group of algorithms</extracomment>
      <translation>5 Zonas</translation>
    </message>
    <message>
      <source>Functional zones</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Funkcionālās teritorijas</translation>
    </message>
    <message>
      <source>Candidate functional zones across the border, and what they would be without crossing it.</source>
      <extracomment>summary of functionalzones</extracomment>
      <translation>Iespējamās funkcionālās teritorijas pāri robežai un kādas tās būtu, robežu nešķērsojot.</translation>
    </message>
    <message>
      <source>Puts zones together that belong together, by one of six methods. functional_rural: from drive times alone (centres, their pull, least size); needs NETWORK and PLACES. The others need FLOWS between zones, or between PLACES, which are added up: ttwa (self-contained areas of Coombes and Bond), fua (a city and what sends it enough), intramax (merging the strongest ties), dominant_flow (everyone follows the largest flow), louvain (communities, with a seed). Each is computed with the border as ALLOW_CROSS_BORDER says and without crossing it.

How to read the results: these are candidate zones. A functional zone in law is what councils agree on; give such zones as COMPARE_WITH (adjusted Rand index: 1 the same, 0 chance). zone_id is made of the core's id and lasts while the core does; zone_id_apart is the zone without crossing; changed says that the two differ for this unit. role is core, member, alone (a zone of its own) or urban (inside FUA). self_containment is the smaller share of flows that stay, counted from the flows. Limits: zones at the edge of the data look more self-contained than they are; zones from modelled flows say what size and distance would bring about, and confirm nothing; without FUA, functional_rural is the all-territory variant, in which large cities take rural centres in.</source>
      <extracomment>help of functionalzones</extracomment>
      <translation>Saliek kopā zonas, kas pieder kopā, ar vienu no sešām metodēm. functional_rural: tikai no brauciena laika (centri, to pievilkšana, mazākais lielums); vajag NETWORK un PLACES. Pārējām vajag FLOWS starp zonām vai starp PLACES, ko saskaita: ttwa (Kūmbza un Bonda pašpietiekamās teritorijas), fua (pilsēta un kas tai sūta pietiekami), intramax (apvieno stiprākās saites), dominant_flow (katrs seko lielākajai plūsmai), louvain (kopienas, ar sēklu). Katru aprēķina ar robežu, kā nosaka ALLOW_CROSS_BORDER, un bez tās šķērsošanas.

Kā lasīt rezultātus: tās ir iespējamās teritorijas. Funkcionālā teritorija tiesību izpratnē ir tas, par ko vienojas pašvaldības; norādiet tādas kā COMPARE_WITH (koriģētais Randa indekss: 1 – vienāds, 0 – nejaušība). zone_id veidots no kodola identifikatora un pastāv, kamēr pastāv kodols; zone_id_apart ir zona bez šķērsošanas; changed saka, ka šai vienībai tās atšķiras. role ir core, member, alone (zona viena pati) vai urban (FUA iekšpusē). self_containment ir mazākā no paliekošo plūsmu daļām, skaitot no plūsmām. Ierobežojumi: zonas datu malā izskatās pašpietiekamākas, nekā ir; zonas no modelētām plūsmām pasaka, ko izraisītu lielums un attālums, un neko neapstiprina; bez FUA functional_rural ir visas teritorijas variants, kurā lielas pilsētas ievelk lauku centrus.</translation>
    </message>
    <message>
      <source>Municipalities, parishes or elderships of both countries.</source>
      <extracomment>help of ZONES of functionalzones</extracomment>
      <translation>Abu valstu pašvaldības, pagasti vai seņūnijas.</translation>
    </message>
    <message>
      <source>Codes: unique, as text with their leading zeros.</source>
      <extracomment>help of ZONE_ID of functionalzones</extracomment>
      <translation>Kodi: unikāli, kā teksts ar nullēm sākumā.</translation>
    </message>
    <message>
      <source>Empty: the country polygon the zone lies in, else that of the places inside.</source>
      <extracomment>help of ZONE_COUNTRY_FIELD of functionalzones</extracomment>
      <translation>Tukšs: valsts poligons, kurā zona atrodas, citādi tajā esošo vietu valsts.</translation>
    </message>
    <message>
      <source>City that a zone is part of (fua)</source>
      <extracomment>CITY_FIELD of functionalzones</extracomment>
      <translation>Pilsēta, kuras daļa ir zona (fua)</translation>
    </message>
    <message>
      <source>The name of the city, empty for other zones. Left out: every zone with CITY_SIZE residents is a city.</source>
      <extracomment>help of CITY_FIELD of functionalzones</extracomment>
      <translation>Pilsētas nosaukums, citām zonām tukšs. Ja nav norādīts: katra zona ar CITY_SIZE iedzīvotājiem ir pilsēta.</translation>
    </message>
    <message>
      <source>See above.</source>
      <extracomment>help of METHOD of functionalzones</extracomment>
      <translation>Skatīt iepriekš.</translation>
    </message>
    <message>
      <source>Functional urban areas (functional_rural)</source>
      <extracomment>FUA of functionalzones</extracomment>
      <translation>Funkcionālās pilsētu teritorijas (functional_rural)</translation>
    </message>
    <message>
      <source>Polygons; their field 'name' names them. Places inside are taken out, and zones most of whose people live inside become urban zones.</source>
      <extracomment>help of FUA of functionalzones</extracomment>
      <translation>Poligoni; to lauks „name” tos nosauc. Vietas tajos izņem, un zonas, kuru lielākā daļa iedzīvotāju dzīvo tajos, kļūst par pilsētas zonām.</translation>
    </message>
    <message>
      <source>Zones to compare with</source>
      <extracomment>COMPARE_WITH of functionalzones</extracomment>
      <translation>Zonas, ar ko salīdzināt</translation>
    </message>
    <message>
      <source>Agreed zones, or any other delineation.</source>
      <extracomment>help of COMPARE_WITH of functionalzones</extracomment>
      <translation>Saskaņotas zonas vai cits dalījums.</translation>
    </message>
    <message>
      <source>Name of the zones to compare with</source>
      <extracomment>COMPARE_FIELD of functionalzones</extracomment>
      <translation>Salīdzināmo zonu nosaukums</translation>
    </message>
    <message>
      <source>Zones may cross the border</source>
      <extracomment>ALLOW_CROSS_BORDER of functionalzones</extracomment>
      <translation>Zonas drīkst šķērsot robežu</translation>
    </message>
    <message>
      <source>No: the result itself stays within countries, and the comparison is void.</source>
      <extracomment>help of ALLOW_CROSS_BORDER of functionalzones</extracomment>
      <translation>Nē: pats rezultāts paliek valstu robežās, un salīdzinājuma nav.</translation>
    </message>
    <message>
      <source>Least size</source>
      <extracomment>MIN_SIZE of functionalzones</extracomment>
      <translation>Mazākais lielums</translation>
    </message>
    <message>
      <source>functional_rural: people (empty: 25,000). ttwa: journeys that start in an area (empty: 3,500, which is British).</source>
      <extracomment>help of MIN_SIZE of functionalzones</extracomment>
      <translation>functional_rural: iedzīvotāji (tukšs: 25 000). ttwa: braucieni, kas sākas teritorijā (tukšs: 3500, kas ir britu vērtība).</translation>
    </message>
    <message>
      <source>Size from which less self-containment is enough (ttwa)</source>
      <extracomment>TARGET_SIZE of functionalzones</extracomment>
      <translation>Lielums, no kura pietiek ar mazāku iekšējo plūsmu īpatsvaru (ttwa)</translation>
    </message>
    <message>
      <source>Journeys that start in an area.</source>
      <extracomment>help of TARGET_SIZE of functionalzones</extracomment>
      <translation>Braucieni, kas sākas teritorijā.</translation>
    </message>
    <message>
      <source>Self-containment of large areas (ttwa)</source>
      <extracomment>MIN_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Lielu teritoriju iekšējo plūsmu īpatsvars (ttwa)</translation>
    </message>
    <message>
      <source>Enough from TARGET_SIZE on.</source>
      <extracomment>help of MIN_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Pietiek, sākot no TARGET_SIZE.</translation>
    </message>
    <message>
      <source>Self-containment of the smallest areas (ttwa)</source>
      <extracomment>TARGET_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Mazāko teritoriju iekšējo plūsmu īpatsvars (ttwa)</translation>
    </message>
    <message>
      <source>Needed at MIN_SIZE.</source>
      <extracomment>help of TARGET_SELF_CONTAINMENT of functionalzones</extracomment>
      <translation>Vajadzīgs pie MIN_SIZE.</translation>
    </message>
    <message>
      <source>Share that has to go to the city (fua)</source>
      <extracomment>COMMUTING_SHARE of functionalzones</extracomment>
      <translation>Daļa, kurai jādodas uz pilsētu (fua)</translation>
    </message>
    <message>
      <source>Of all who start in a zone, those who stay included.</source>
      <extracomment>help of COMMUTING_SHARE of functionalzones</extracomment>
      <translation>No visiem, kas sāk zonā, ieskaitot tos, kas paliek.</translation>
    </message>
    <message>
      <source>Residents of a city (fua)</source>
      <extracomment>CITY_SIZE of functionalzones</extracomment>
      <translation>Pilsētas iedzīvotāji (fua)</translation>
    </message>
    <message>
      <source>Without CITY_FIELD, zones of this size are cities.</source>
      <extracomment>help of CITY_SIZE of functionalzones</extracomment>
      <translation>Bez CITY_FIELD šāda lieluma zonas ir pilsētas.</translation>
    </message>
    <message>
      <source>A centre is the largest within (minutes)</source>
      <extracomment>CENTRE_RADIUS of functionalzones</extracomment>
      <translation>Centrs ir lielākais ietvaros (minūtes)</translation>
    </message>
    <message>
      <source>functional_rural.</source>
      <extracomment>help of CENTRE_RADIUS of functionalzones</extracomment>
      <translation>functional_rural.</translation>
    </message>
    <message>
      <source>Exponent of the time in a centre's pull</source>
      <extracomment>PULL_EXPONENT of functionalzones</extracomment>
      <translation>Laika kāpinātājs centra pievilkšanā</translation>
    </message>
    <message>
      <source>functional_rural: people over minutes to this power.</source>
      <extracomment>help of PULL_EXPONENT of functionalzones</extracomment>
      <translation>functional_rural: iedzīvotāji, dalīti ar minūtēm šajā pakāpē.</translation>
    </message>
    <message>
      <source>Centres nearer than this are one (minutes)</source>
      <extracomment>MERGE_WITHIN of functionalzones</extracomment>
      <translation>Centri, kas ir tuvāk par šo, ir viens (minūtes)</translation>
    </message>
    <message>
      <source>functional_rural: they merge even if large.</source>
      <extracomment>help of MERGE_WITHIN of functionalzones</extracomment>
      <translation>functional_rural: tie saplūst, pat ja ir lieli.</translation>
    </message>
    <message>
      <source>Centres further apart than this stay apart (minutes)</source>
      <extracomment>MERGE_UP_TO of functionalzones</extracomment>
      <translation>Centri, kas ir tālāk par šo, paliek atsevišķi (minūtes)</translation>
    </message>
    <message>
      <source>functional_rural: they do not merge even if small.</source>
      <extracomment>help of MERGE_UP_TO of functionalzones</extracomment>
      <translation>functional_rural: tie nesaplūst, pat ja ir mazi.</translation>
    </message>
    <message>
      <source>Number of zones (intramax)</source>
      <extracomment>REGIONS_WANTED of functionalzones</extracomment>
      <translation>Zonu skaits (intramax)</translation>
    </message>
    <message>
      <source>0: before the largest jump in the share of flows within zones.</source>
      <extracomment>help of REGIONS_WANTED of functionalzones</extracomment>
      <translation>0: pirms lielākā lēciena zonu iekšējo plūsmu daļā.</translation>
    </message>
    <message>
      <source>Resolution (louvain)</source>
      <extracomment>RESOLUTION of functionalzones</extracomment>
      <translation>Izšķirtspēja (louvain)</translation>
    </message>
    <message>
      <source>Above 1: more and smaller zones.</source>
      <extracomment>help of RESOLUTION of functionalzones</extracomment>
      <translation>Virs 1: vairāk un mazāku zonu.</translation>
    </message>
    <message>
      <source>Seed (louvain)</source>
      <extracomment>SEED of functionalzones</extracomment>
      <translation>Sēkla (louvain)</translation>
    </message>
    <message>
      <source>The same seed gives the same zones.</source>
      <extracomment>help of SEED of functionalzones</extracomment>
      <translation>Tā pati sēkla dod tās pašas zonas.</translation>
    </message>
    <message>
      <source>Zones and where they belong</source>
      <extracomment>ZONES_OUT of functionalzones</extracomment>
      <translation>Zonas un kam tās pieder</translation>
    </message>
    <message>
      <source>The zones with their candidate zone, with the border crossed and without.</source>
      <extracomment>help of ZONES_OUT of functionalzones</extracomment>
      <translation>Zonas ar to iespējamo funkcionālo teritoriju, robežu šķērsojot un nešķērsojot.</translation>
    </message>
    <message>
      <source>Candidate functional zones</source>
      <extracomment>REGIONS of functionalzones</extracomment>
      <translation>Iespējamās funkcionālās teritorijas</translation>
    </message>
    <message>
      <source>Dissolved, with core, name, people, self-containment, contiguity and reason.</source>
      <extracomment>help of REGIONS of functionalzones</extracomment>
      <translation>Apvienotas, ar kodolu, nosaukumu, iedzīvotājiem, iekšējo plūsmu īpatsvaru, nepārtrauktību un iemeslu.</translation>
    </message>
    <message>
      <source>Summary</source>
      <extracomment>SUMMARY of functionalzones</extracomment>
      <translation>Kopsavilkums</translation>
    </message>
    <message>
      <source>Both divisions, their difference, and the comparison with given zones.</source>
      <extracomment>help of SUMMARY of functionalzones</extracomment>
      <translation>Abi dalījumi, to atšķirība un salīdzinājums ar dotajām zonām.</translation>
    </message>
    <message>
      <source>Interaction flows</source>
      <extracomment>title of interactionflows</extracomment>
      <translation>Mijiedarbības plūsmas</translation>
    </message>
    <message>
      <source>How much places have to do with each other: modelled, and where given, observed flows.</source>
      <extracomment>summary of interactionflows</extracomment>
      <translation>Cik vietām ir darīšanas citai ar citu: modelētas un, ja dotas, novērotas plūsmas.</translation>
    </message>
    <message>
      <source>Models flows between places from their people and the way between them, under the border in force. gravity: both masses and the way. huff: everybody of a place chooses among all. radiation: a journey ends at the first better chance; no decay to choose. doubly_constrained: as many start and end in each place as live and work there. With OBSERVED flows, gravity is fitted to them by Poisson regression (masses, decay, and the border, where flows across it were observed), and doubly_constrained takes their totals and finds their decay; the log says how well the model fits.

How to read the results: kind tells observed from modelled flows row by row; modelled holds the model's value for observed ones, too. Without OBSERVED, flows are relative: one for every resident, or their number scaled to that. Modelled flows say how much interaction size and distance would bring about. They are possible interaction, nothing that was counted, and no journeys to work. A border delay costs minutes; WILLINGNESS is the share of interaction that language, law and habit leave: an assumption. Compare 1, 0.5 and 0.2. A place that could not be used, or from which none is reached, has one row with its status.</source>
      <extracomment>help of interactionflows</extracomment>
      <translation>Modelē plūsmas starp vietām no to iedzīvotājiem un ceļa starp tām pie spēkā esošās robežas. gravity: abas masas un ceļš. huff: katrs vietas iedzīvotājs izvēlas no visām. radiation: brauciens beidzas pie pirmās labākās iespējas; dilšana nav jāizvēlas. doubly_constrained: katrā vietā sāk un beidz tik, cik tur dzīvo un strādā. Ar OBSERVED plūsmām gravity tām pielāgo ar Puasona regresiju (masas, dilšana un robeža, ja plūsmas pāri tai novērotas), un doubly_constrained ņem to summas un atrod to dilšanu; žurnāls pasaka, cik labi modelis atbilst.

Kā lasīt rezultātus: kind katrā rindā atšķir novērotās plūsmas no modelētajām; modelled satur modeļa vērtību arī novērotajām. Bez OBSERVED plūsmas ir relatīvas: viena uz katru iedzīvotāju vai to skaits, kas uz to mērogots. Modelētās plūsmas pasaka, cik mijiedarbības izraisītu lielums un attālums. Tā ir iespējama mijiedarbība, nekas no tā nav skaitīts, un tie nav braucieni uz darbu. Robežas aizkave maksā minūtes; WILLINGNESS ir mijiedarbības daļa, ko atstāj valoda, tiesības un paradumi: pieņēmums. Salīdziniet 1, 0,5 un 0,2. Vietai, ko nevarēja izmantot vai no kuras neviena nav sasniegta, ir viena rinda ar tās statusu.</translation>
    </message>
    <message>
      <source>What attracts (jobs, seats)</source>
      <extracomment>ATTRACTION_FIELD of interactionflows</extracomment>
      <translation>Kas pievelk (darba vietas, vietu skaits)</translation>
    </message>
    <message>
      <source>Empty: the population.</source>
      <extracomment>help of ATTRACTION_FIELD of interactionflows</extracomment>
      <translation>Tukšs: iedzīvotāju skaits.</translation>
    </message>
    <message>
      <source>How flows come about. radiation needs no decay.</source>
      <extracomment>help of MODEL of interactionflows</extracomment>
      <translation>Kā rodas plūsmas. radiation dilšanu nevajag.</translation>
    </message>
    <message>
      <source>Observed flows</source>
      <extracomment>OBSERVED of interactionflows</extracomment>
      <translation>Novērotās plūsmas</translation>
    </message>
    <message>
      <source>A table with from_id, to_id (ids of the places) and flow. A pair that is not in it counts as an observed 0 between places of one country that both occur; across a border only where any flow across it was observed.</source>
      <extracomment>help of OBSERVED of interactionflows</extracomment>
      <translation>Tabula ar from_id, to_id (vietu identifikatori) un flow. Pāris, kura tajā nav, skaitās kā novērota 0 starp vienas valsts vietām, kas abas tajā ir; pāri robežai tikai tad, ja kāda plūsma pāri tai ir novērota.</translation>
    </message>
    <message>
      <source>Willingness to cross the border</source>
      <extracomment>WILLINGNESS of interactionflows</extracomment>
      <translation>Gatavība šķērsot robežu</translation>
    </message>
    <message>
      <source>From 0 (nobody crosses) to 1 (as at home): a factor on all pairs across a border. Minutes of delay are another thing: BORDER_DELAY.</source>
      <extracomment>help of WILLINGNESS of interactionflows</extracomment>
      <translation>No 0 (neviens nešķērso) līdz 1 (kā savā valstī): koeficients visiem pāriem pāri robežai. Aizkaves minūtes ir kas cits: BORDER_DELAY.</translation>
    </message>
    <message>
      <source>power: cost to the power of -DECAY_PARAMETER; exponential: e to the power of -DECAY_PARAMETER × cost.</source>
      <extracomment>help of DECAY of interactionflows</extracomment>
      <translation>power: izmaksas pakāpē -DECAY_PARAMETER; exponential: e pakāpē -DECAY_PARAMETER × izmaksas.</translation>
    </message>
    <message>
      <source>Decay parameter</source>
      <extracomment>DECAY_PARAMETER of interactionflows</extracomment>
      <translation>Dilšanas parametrs</translation>
    </message>
    <message>
      <source>Empty: 2 for power, 0.05 for exponential; with OBSERVED, gravity and doubly_constrained find their own.</source>
      <extracomment>help of DECAY_PARAMETER of interactionflows</extracomment>
      <translation>Tukšs: 2 ar power, 0,05 ar exponential; ar OBSERVED gravity un doubly_constrained atrod savu.</translation>
    </message>
    <message>
      <source>Shortest way (minutes or km)</source>
      <extracomment>MIN_COST of interactionflows</extracomment>
      <translation>Īsākais ceļš (minūtes vai km)</translation>
    </message>
    <message>
      <source>Ways that cost less count as this; it is also the way within a place.</source>
      <extracomment>help of MIN_COST of interactionflows</extracomment>
      <translation>Ceļi, kas maksā mazāk, skaitās kā šis; tas ir arī ceļš vietas iekšienē.</translation>
    </message>
    <message>
      <source>Also flows within a place</source>
      <extracomment>WITHIN of interactionflows</extracomment>
      <translation>Arī plūsmas vietas iekšienē</translation>
    </message>
    <message>
      <source>Needed for self-containment; radiation has none.</source>
      <extracomment>help of WITHIN of interactionflows</extracomment>
      <translation>Vajadzīgas iekšējo plūsmu īpatsvaram; radiation tādu nav.</translation>
    </message>
    <message>
      <source>Desire lines of each place</source>
      <extracomment>LINES_PER_PLACE of interactionflows</extracomment>
      <translation>Katras vietas vēlmju līnijas</translation>
    </message>
    <message>
      <source>Its so many largest flows are drawn; 0: all.</source>
      <extracomment>help of LINES_PER_PLACE of interactionflows</extracomment>
      <translation>Zīmē tik daudz tās lielāko plūsmu; 0: visas.</translation>
    </message>
    <message>
      <source>A row for each pair with a flow.</source>
      <extracomment>help of FLOWS of interactionflows</extracomment>
      <translation>Rinda katram pārim ar plūsmu.</translation>
    </message>
    <message>
      <source>Desire lines</source>
      <extracomment>LINES of interactionflows</extracomment>
      <translation>Vēlmju līnijas</translation>
    </message>
    <message>
      <source>Straight lines between places, both directions added up.</source>
      <extracomment>help of LINES of interactionflows</extracomment>
      <translation>Taisnas līnijas starp vietām, abi virzieni saskaitīti.</translation>
    </message>
    <message>
      <source>Partnerships across the border</source>
      <extracomment>title of partnerships</extracomment>
      <translation>Partnerības pāri robežai</translation>
    </message>
    <message>
      <source>Who could work with whom across the border, who does already, and on what.</source>
      <extracomment>summary of partnerships</extracomment>
      <translation>Kas ar ko varētu sadarboties pāri robežai, kas jau sadarbojas un par ko.</translation>
    </message>
    <message>
      <source>Pairs of municipalities across the border: what they could do together against what a register says they do. Interaction comes from NETWORK and PLACES (gravity, power of 2), or from FLOWS; services that could be nearer on the other side from SERVICES; likeness from PROFILES (zone, and a column for each indicator); cooperation from REGISTER, a table of agreements, ideas, events and roles, of which the sample holds one to copy. With REGION_FIELD also pairs of regions, at home and across the border.

How to read the results: potential is the weighted mean of what is known (score_…, each 0 to 1): interaction and services, by the share of pairs they are above, count twice, profile and themes once. cooperation grows from 0 towards 1 with the records that name both: agreement 1, idea 0.5, event 0.25. gap is the difference; the rank goes by it. It ranks where to look first, not who is better. Services: people counted once for each type that could be nearer; reachable is not shared, and where may_be_shared is unknown, ask. integration is the share of all interaction of two regions that runs between them; with an easier border means open, without delay, and as willingly crossed as any way at home. PRESENT_WILLINGNESS is an assumption: compare 0.2 and 0.5. ROLES proposes, with reasons, what is to be talked about. The register is as complete as who keeps it.</source>
      <extracomment>help of partnerships</extracomment>
      <translation>Pašvaldību pāri pāri robežai: ko tās varētu darīt kopā pret to, ko tās dara pēc reģistra. Mijiedarbību ņem no NETWORK un PLACES (gravitācija, pakāpe 2) vai no FLOWS; pakalpojumus, kas otrā pusē varētu būt tuvāk, – no SERVICES; līdzību – no PROFILES (zone un kolonna katram rādītājam); sadarbību – no REGISTER, līgumu, ideju, pasākumu un lomu tabulas, kādu paraugā var kopēt. Ar REGION_FIELD arī reģionu pāri, savā valstī un pāri robežai.

Kā lasīt rezultātus: potential ir svērtais vidējais no tā, kas zināms (score_…, katrs no 0 līdz 1): mijiedarbība un pakalpojumi, pēc pāru daļas, kuru tie pārsniedz, skaitās divreiz, profils un tēmas – vienreiz. cooperation pieaug no 0 uz 1 ar ierakstiem, kas nosauc abus: līgums 1, ideja 0,5, pasākums 0,25. gap ir starpība; pēc tās ir rangs. Tas sarindo, kur skatīties vispirms, nevis kurš ir labāks. Pakalpojumi: iedzīvotāji skaitīti vienreiz katram veidam, kas varētu būt tuvāk; sasniedzams nav kopīgs, un, ja may_be_shared ir unknown, jautājiet. integration ir divu reģionu visas mijiedarbības daļa, kas notiek starp tiem; ar vieglāku robežu nozīmē atvērtu, bez aizkaves un šķērsotu tikpat labprāt kā ceļu savā valstī. PRESENT_WILLINGNESS ir pieņēmums: salīdziniet 0,2 un 0,5. ROLES ar pamatojumu ierosina, par ko runāt. Reģistrs ir tik pilnīgs, cik tā uzturētājs.</translation>
    </message>
    <message>
      <source>Region of the zones</source>
      <extracomment>REGION_FIELD of partnerships</extracomment>
      <translation>Zonu reģions</translation>
    </message>
    <message>
      <source>For OPPORTUNITIES: any field that names regions.</source>
      <extracomment>help of REGION_FIELD of partnerships</extracomment>
      <translation>Izvadei OPPORTUNITIES: jebkurš lauks, kas nosauc reģionus.</translation>
    </message>
    <message>
      <source>A table with from_id, to_id, flow and kind, by zone or place. Observed ones are the present interaction.</source>
      <extracomment>help of FLOWS of partnerships</extracomment>
      <translation>Tabula ar from_id, to_id, flow un kind, pa zonām vai vietām. Novērotās ir pašreizējā mijiedarbība.</translation>
    </message>
    <message>
      <source>Willingness to cross at present</source>
      <extracomment>PRESENT_WILLINGNESS of partnerships</extracomment>
      <translation>Gatavība šķērsot robežu pašlaik</translation>
    </message>
    <message>
      <source>Share of interaction that crosses the border today, of what would without one: an assumption, used where no flows were observed.</source>
      <extracomment>help of PRESENT_WILLINGNESS of partnerships</extracomment>
      <translation>Mijiedarbības daļa, kas šodien šķērso robežu, no tās, kas būtu bez robežas: pieņēmums, ko lieto, ja plūsmas nav novērotas.</translation>
    </message>
    <message>
      <source>Furthest apart (minutes)</source>
      <extracomment>FURTHEST of partnerships</extracomment>
      <translation>Lielākais attālums (minūtes)</translation>
    </message>
    <message>
      <source>Pairs whose people live further apart on average score no interaction.</source>
      <extracomment>help of FURTHEST of partnerships</extracomment>
      <translation>Pāri, kuru iedzīvotāji vidēji dzīvo tālāk, par mijiedarbību punktus nesaņem.</translation>
    </message>
    <message>
      <source>Potential, cooperation and gap.</source>
      <extracomment>help of PAIRS of partnerships</extracomment>
      <translation>Potenciāls, sadarbība un starpība.</translation>
    </message>
    <message>
      <source>Opportunities between regions</source>
      <extracomment>OPPORTUNITIES of partnerships</extracomment>
      <translation>Iespējas starp reģioniem</translation>
    </message>
    <message>
      <source>Pairs of regions, ranked with reasons.</source>
      <extracomment>help of OPPORTUNITIES of partnerships</extracomment>
      <translation>Reģionu pāri, sarindoti ar pamatojumu.</translation>
    </message>
    <message>
      <source>Idea cards, agreements and events on the map</source>
      <extracomment>IDEAS of partnerships</extracomment>
      <translation>Ideju kartītes, līgumi un pasākumi kartē</translation>
    </message>
    <message>
      <source>Records of the register: at their place, else in the middle of their partners.</source>
      <extracomment>help of IDEAS of partnerships</extracomment>
      <translation>Reģistra ieraksti: savā vietā, citādi partneru vidū.</translation>
    </message>
    <message>
      <source>Organisations</source>
      <extracomment>ORGANISATIONS of partnerships</extracomment>
      <translation>Organizācijas</translation>
    </message>
    <message>
      <source>Who is in the register, with whom; centrality from 20 organisations on.</source>
      <extracomment>help of ORGANISATIONS of partnerships</extracomment>
      <translation>Kas ir reģistrā un ar ko; centralitāte, sākot no 20 organizācijām.</translation>
    </message>
    <message>
      <source>Roles by theme</source>
      <extracomment>ROLES of partnerships</extracomment>
      <translation>Lomas pa tēmām</translation>
    </message>
    <message>
      <source>Who initiates, decides, pays, delivers and monitors; what is double or empty.</source>
      <extracomment>help of ROLES of partnerships</extracomment>
      <translation>Kas ierosina, lemj, maksā, sniedz un uzrauga; kas dubultojas vai ir tukšs.</translation>
    </message>
    <message>
      <source>Steps of the study</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Pētījuma soļi</translation>
    </message>
    <message>
      <source>Open…</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Atvērt…</translation>
    </message>
    <message>
      <source>Help</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Palīdzība</translation>
    </message>
    <message>
      <source>Try the sample…</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Izmēģināt paraugu…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Atcelt</translation>
    </message>
    <message numerus="yes">
      <source>%n inputs to choose</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>
        <numerusform>jāizvēlas: %n ievaddats</numerusform>
        <numerusform>jāizvēlas: %n ievaddati</numerusform>
        <numerusform>jāizvēlas: %n ievaddatu</numerusform>
      </translation>
    </message>
    <message>
      <source>Step</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Solis</translation>
    </message>
    <message>
      <source>State</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Stāvoklis</translation>
    </message>
    <message>
      <source>ready</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>gatavs</translation>
    </message>
    <message>
      <source>to choose: {names}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>jāizvēlas: {names}</translation>
    </message>
    <message>
      <source>Choose a step; a double click opens its dialog, filled in.</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>Izvēlieties soli; dubultklikšķis atver aizpildītu dialogu.</translation>
    </message>
    <message numerus="yes">
      <source>done: %n layers</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>
        <numerusform>pabeigts: %n slānis</numerusform>
        <numerusform>pabeigts: %n slāņi</numerusform>
        <numerusform>pabeigts: %n slāņu</numerusform>
      </translation>
    </message>
    <message>
      <source>first: {title}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>vispirms: {title}</translation>
    </message>
    <message>
      <source>{done} of {all} done</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>{done} no {all} pabeigti</translation>
    </message>
    <message>
      <source>after step {number}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>pēc {number}. soļa</translation>
    </message>
    <message>
      <source>There is no result of Smart Planning here.</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation>Šeit nav neviena Smart Planning rezultāta.</translation>
    </message>
    <message>
      <source>What happened</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation>Kas notika</translation>
    </message>
    <message>
      <source>Algorithm</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation>Algoritms</translation>
    </message>
    <message>
      <source>Open in the browser</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation>Atvērt pārlūkā</translation>
    </message>
    <message>
      <source>Try the sample region</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Izmēģināt parauga reģionu</translation>
    </message>
    <message>
      <source>Copies a small, schematic region on the coast of Latvia and Lithuania, runs the whole study on it, and opens the project of the results. Nothing in it is for decisions.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Nokopē nelielu, shematisku reģionu Latvijas un Lietuvas piekrastē, izpilda ar to visu pētījumu un atver rezultātu projektu. Nekas no tā nav domāts lēmumiem.</translation>
    </message>
    <message>
      <source>Folder</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Mape</translation>
    </message>
    <message>
      <source>Start</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Sākt</translation>
    </message>
    <message>
      <source>The sample is ready: the eye above the layers lists its maps.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Paraugs gatavs: acs virs slāņiem parāda tā kartes.</translation>
    </message>
    <message>
      <source>Stopped. Run it again, and it goes on from there.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Apturēts. Palaidiet vēlreiz, un tas turpinās no tās vietas.</translation>
    </message>
    <message>
      <source>The sample could not be finished.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Paraugu neizdevās pabeigt.</translation>
    </message>
    <message>
      <source>The sample is ready. Your project has changes: save them first.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Paraugs ir gatavs. Jūsu projektā ir izmaiņas: vispirms saglabājiet tās.</translation>
    </message>
    <message>
      <source>Open the sample</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation>Atvērt paraugu</translation>
    </message>
    <message>
      <source>Click on a result on the map.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Noklikšķiniet uz rezultāta kartē.</translation>
    </message>
    <message>
      <source>Whole study…</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Viss pētījums…</translation>
    </message>
    <message>
      <source>Run again…</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Palaist vēlreiz…</translation>
    </message>
    <message>
      <source>Explain a place</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Paskaidrot vietu</translation>
    </message>
    <message>
      <source>Choose a result of Smart Planning among the layers.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Izvēlieties slāņu sarakstā kādu Smart Planning rezultātu.</translation>
    </message>
    <message>
      <source>Open anyway</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Tomēr atvērt</translation>
    </message>
    <message>
      <source>How to install them</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Kā tās uzstādīt</translation>
    </message>
    <message>
      <source>Remove its filter</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Noņemt filtru</translation>
    </message>
    <message>
      <source>Show its table</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Rādīt tabulu</translation>
    </message>
    <message>
      <source>The layer {name} has no rows.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Slānī {name} nav nevienas rindas.</translation>
    </message>
    <message>
      <source>{name} is not there yet.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>{name} vēl nav pieejams.</translation>
    </message>
    <message>
      <source>{title} comes first.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Vispirms: {title}.</translation>
    </message>
    <message>
      <source>Python packages are missing: {names}</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation>Trūkst Python pakotņu: {names}</translation>
    </message>
    <message>
      <source>How to read the results</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Kā lasīt rezultātus</translation>
    </message>
    <message>
      <source>What it takes</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Kas vajadzīgs</translation>
    </message>
    <message>
      <source>What it gives</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Kas iznāk</translation>
    </message>
    <message>
      <source>optional</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>nav obligāts</translation>
    </message>
    <message>
      <source>In scripts: {name}</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation>Skriptos: {name}</translation>
    </message>
    <message>
      <source>Smart Planning: planning across a border</source>
      <extracomment>smart_planning_plugin/processing/provider.py</extracomment>
      <translation>Smart Planning: plānošana pāri robežai</translation>
    </message>
    <message>
      <source>Data</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Dati</translation>
    </message>
    <message>
      <source>Your data, or the sample region</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Jūsu dati vai parauga reģions</translation>
    </message>
    <message>
      <source>One network over both countries</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Viens tīkls abās valstīs</translation>
    </message>
    <message>
      <source>Accessibility</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Sasniedzamība</translation>
    </message>
    <message>
      <source>Who reaches what?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kas ko sasniedz?</translation>
    </message>
    <message>
      <source>The border</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Robeža</translation>
    </message>
    <message>
      <source>What would a closed border change?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Ko mainītu slēgta robeža?</translation>
    </message>
    <message>
      <source>Shared services</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kopīgi pakalpojumi</translation>
    </message>
    <message>
      <source>What could be shared?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Ko varētu izmantot kopīgi?</translation>
    </message>
    <message>
      <source>Which zones belong together, who with whom?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kuras zonas pieder kopā, kas ar ko?</translation>
    </message>
    <message>
      <source>Territory</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Teritorija</translation>
    </message>
    <message>
      <source>Where is it going, what is it good at, what comes first?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Kurp tā virzās, kur tā ir stipra, kas ir pirmais?</translation>
    </message>
    <message>
      <source>Results</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Rezultāti</translation>
    </message>
    <message>
      <source>Project, maps, handbook</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation>Projekts, kartes, rokasgrāmata</translation>
    </message>
  </context>
</TS>
