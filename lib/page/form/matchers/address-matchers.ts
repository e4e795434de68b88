import type { Matcher } from './matcher.ts';

/** Contact and address fields, in many languages. */
export const addressMatchers: readonly Matcher[] = [
  {
    kind: 'email',
    strength: 3,
    pattern:
      /e ?-?mail|\bg ?mail|^mail$|user ?mail|^[\w.+-]+@[\w-]+\.\w+|\bmail id\b|courriel|correo|メール|邮箱|郵箱|电子邮件|電子郵件|이메일|전자 ?우편|почт(а|ы)|електронн\S* пошт|(?<!\p{L})e-?post([aei]\b|adr)|posta elektroni|इ-?मेल|بريد (ال)?[إا]لكتروني|[إا]يميل|ایمیل|posta elettronica|sahkoposti|^e ?-?post$|אימייל|דוא"ל|อีเมล|ईमेल|ηλεκτρονικ\S* ταχυδρομ|пошта(?!нс)|\bcorreu|\bel\.? ?past[ao]s?\b|e-?past[as]\b|имейл|netfang|^էլ|\bele[ck]tron\S* (post|past|naslov|adres)|adre[sc]\S* ele[ck]tron|эл\S* адрес|елект\S* адрес|поща|tolvupost|\bmeili|^e-?kiri|\bebost|barua pepe|[ие]-?м[еэa]й?[ий]л|имэйл|емайл|ই-?মেই?ল|رايانامه|رایانامه|الكترون[ىیي][كک]?$|الکترونی[كک]|דואר אלקטרוני|電子信箱|[電电]郵|ელ[.-]? ?ფოსტ|អ៊ី|ඊ-?මේල්|e-?poct/u,
    not: /\bcode\b|confirmation (code|number)|newsletter$/,
  },
  { kind: 'tel-extension', strength: 3, pattern: /(phone|tel)\w* ?ext|\bextension\b|^ext\b|durchwahl/ },
  {
    kind: 'tel-country-code',
    strength: 3,
    pattern:
      /(phone|tel|dial|mobile|calling)\w* ?(country|prefix|code)|country ?(calling|dial|phone) ?code|country ?code.*(phone|tel|mobile)|landesvorwahl|landervorwahl|indicatif|prefijo|prefisso|国番号|dial code/,
    not: /area|address/,
  },
  { kind: 'tel-area-code', strength: 3, pattern: /(phone|tel)?\w* ?area ?code|\bvorwahl|市外局番/ },
  {
    kind: 'tel',
    strength: 3,
    pattern:
      /phone|\btel\b|\bfone\b|\bcontact ?(number|num|no|nr)\b|mobitel|talrun|\bsimi\b|\bmob ?(no|num|number)\b|msisdn|פלאפון|\btele?fon|telefon|telephone|\bmobile?\b|mobiltel|\bhandy|\bgsm\b|\bcell\b|cellulare|celular|movil|\bportable\b|rufnummer|telefoon|komork|電話|携帯|电话|電話|手机|手機|휴대|전화|핸드폰|연락처|телефон|\bcep (tel|no|num)|telefon|هاتف|جوال|تلفن|موبایل|شماره همراه|الهاتف|\btelepon|\btelp\b|\bya simu\b|^simu$|whats ?app|հեռախոս|ტელეფონ|^утас|nomor hp|ponsel|puhelin|mobil ?(num|n[ru])|mobilnummer|mobiele?l? ?(num|tel)|mobielnummer|^mobil$|^mobiel|telemovel|τηλεφων|^τηλ(?![α-ω])|κινητο|no\.? hp|nomor hp|dien thoai|โทรศัพท์|เบอร์โทร|טלפון|נייד|फ़ोन|फोन|ফোন|දුරකථන|ទូរស័ព្ទ|т[эе]лефон|\bsimanum|^ffon$|मोबाइल|day ?time/,
    not: /e ?mail|card number|\btype$|\bcode$/,
  },
  {
    kind: 'organization',
    strength: 3,
    pattern:
      /company|organi[sz]ation|\baffiliation\b|\binstitution\b|^supplier( name)?$|\bemployer( name)?$|business ?name|\bfirma|firmenname|unternehmen|societe|entreprise|raison sociale|empresa|compania|razon social|azienda|societa|ragione|bedrijf|nazwa firmy|会社|抬[头頭]|法人|公司|单位|회사|компани|организаци|sirket|الشركة|yritys|foretag|perusahaan|virksomhed|bedrift|spolecnost|cegnev|companie|εταιρ|cong ty|บริษัท|חברה|компан|कंपनी|कम्पनी|^شركة|شر[كک]ت|کمپانی|кампан|^фирма|কোম্পানি|ettevot|enpresa|\bcwmni\b|\byhtio|tvrtk[ae]\b|^ceg$|fyrirtaeki|ក្រុមហ៊ុន|\bimone|uznemum|kompani|syarikat|selskap|සමාගම|spolocnost|podjetj[ea]\b|предузеће|maatskappy|ընկերութ|sirkət|企[业業]名/,
    not: /card|tax|vat|\burl\b|web ?site|search|insur|(company|organi[sz]ation|employer)('?s)? (addr|tel|phone|ein\b|id\b|title|last|first|city|state|zip)/,
  },
  {
    kind: 'postal-code',
    strength: 3,
    pattern:
      /zip|post(al)? ?code|postcode|postal|\bplz\b|postleit|code postal|\bcp\b|codigo postal|\bcep\b|\bcap\b|codice postale|kod ?pocztowy|郵便|〒|邮编|邮政|郵遞|郵政|우편|индекс|posta ?kodu|الرمز البريدي|کد ?پستی|kode ?pos|postinumero|postnummer|postnr|iranyitoszam|cod postal|ταχυδρομικ\S* κωδ|^τ\.? ?κ\.?$|ma (buu dien|buu chinh)|รหัสไปรษณีย์|מיקוד|індекс|पिन कोड|\bpsc\b|\bpostkod\b|postni cislo|postanski broj|postna stevilka|пощенски код|pasto kodas|pasta indekss|sihtnumber|\beircode|\bposkode?\b|ინდექს|საფოსტო|(ال)?(رمز|رقم) ال?بريد|пашто|індэкс|пощ\S* код|পোস্ট ?কোড|জিপ|ταχ\S* κωδ|indeks|posta kodea|डाक कोड|पोस्ट|पोष्ट|जिप|փոստային|postnumer|កូដប្រៃ|pasto (indeks|kod)|пошт(енски|ански)|зип код|шуудангийн|තැපැල්|kodi postar|\bcod post\b|郵編|\bpin ?code\b/,
    not: /address (line )?\d|postal ?address$|adresse postale|adreca postal|direccion postal|indirizzo postale|endereco postal|\binclud|city|state|cung cap|\bcap \d/,
  },
  {
    kind: 'country',
    strength: 3,
    pattern:
      /country|\bland\b|lander\b|(?<!bundes)staat$|\bpays\b|\bpais\b|paese|nazione|\bstato\b|\bkraj\b|国\/地域|^国$|国名|国家|國家|국가|나라|страна|\bulke|\bdrzav[aeou]\b|\bzemlj[aeu]\b|krajin[ay]\b|държава|држава|\bsalis\b|\bvalsts\b|\briik\b|الدولة|البلد|کشور|negara|\bmaa\b|^land|\bnation\b|\bzeme\b|^stat$|orszag|\btara\b|χωρα|quoc gia|ประเทศ|מדינה|ארץ|країна|^देश|краіна|\bgwlad|herrialde|^herria|\bpanstwo\b|\bshteti\b|valstyb|\bolkə|^земља|^улс|երկիր|^(دولة|بلد)|^দেশ|^රට|ქვეყანა|ប្រទេស|ووڵات|\bwelat\b|\bnchi\b|\bdavlat\b|mamlakat/,
    not: /code.*(phone|tel)|dial|county|state\/|land ?mark|mainland|island|provinc|pokrajin|провинц|\bokres|apgabal|(savez|zvez)na drzava|প্রদেশ/,
  },
  {
    kind: 'address-level1',
    strength: 3,
    pattern:
      /\bstate\b|provin[cstz]|\bregion\b|bundesland|kanton|departement|\bestado\b|\buf\b|wojewodztwo|都道府県|省份|^省|州\/|시\/도|область|регион|\bil\b$|\bsehir\b.*il|المحافظة|المنطقة|استان|todou?f[ou]ken|todohuken|county|prefecture|\badmin ?area|\bzone\b|\bdistrict\b$|locality region|subdivision|\bterritory\b|^regi[oj]|voivodeship|\blan$|fylke|maakunta|osavaltio|\bnegeri\b|\bmkoa\b|\bwill?aya\b|الولاية|аймаг|megye|judet|zupanija|\beyalet|νομος|\btinh\b|จังหวัด|מחוז|राज्य|bundesstaat|\betat\b|\bestat\b|\blaani\b|maakond|\bokres\b|osarii|\brajon|herad\b|tartomany|\ballam|valstij|apskrit|apgabal|επαρχια|πολιτεια|περιφερεια|вобласц|рэгіён|област|пров[иі]нц|^штат|^край|регіон|մարզ|^(محافظة|منطقة|مقاطعة|ولاية|إمارة)|প্রদেশ|රාජ්|පළාත|რეგიონ|^州$|州或|^도$|^주$|주\/도|\bdaerah\b|\bwilayah\b|\bbolge|tieu bang|pokrajin|(savez|zvez)na drzava|покрајина/,
    not: /country|statement|sub ?district|estate|city ?state|united|status|civil|state ?less|(shipping|time) ?zone|gioi ?tinh|tinh trang/,
  },
  {
    kind: 'address-level2',
    strength: 3,
    pattern:
      /\bcity\b|\btown\b|\bort\b|stadt\b|wohnort|\bville\b|commune|ciudad|localidad|poblacion|municipio|cidade|citta|comune|localita|\bstad\b|plaats|woonplaats|miasto|miejscowosc|市区郡?町村|市町村|城市|^市|시\/군|도시|город|населен|sehir|\bilce|المدينة|^شهر|行政[區区]|鄉.?鎮|\bkota\b|\bqytet|kaupunki|postitoimipaikka|paikkakunta|postort|\bby\b$|mesto\b|\bobec\b|\bvaros|telepules|\boras\b|localitate|πολη|kabupaten|\bbandar\b|քաղաք|ქალაქ|дүүрэг|thanh pho|quan ?\/ ?huyen|อำเภอ|เขต|เมือง|^עיר|יישוב|місто|^शहर|poststed|\bgrad\b|\bmjesto\b|\bmiestas\b|\bpilseta\b|\blinn\b|\bciutat\b|poblacio\b|^град|\bhiria\b|^tref$|^(borg|stadur)$|s[eə]h[eə]r|^хот$|^مدينة|শহর|නගරය|ក្រុង|^시$|시군구|\bgemeinde\b|\bkommune\b|\bnaselje\b|\bshahar\b|населены|горад|locality|suburb|address ?level ?2/,
    not: /country|company|velocity|\bzip\b/,
  },
  {
    kind: 'address-level3',
    strength: 3,
    pattern:
      /neighbou?rhood|^[区區]([/ ]?[县縣])?$|^[县縣]\/?[区區]$|bairro|colonia|\bsuburb\b|kecamatan|kelurahan|sub ?district|mahalle|\bsemt\b|(?<!dia )\bphuong\b(?! (thuc|tien|phap|an)\b)|ตำบล|แขวง|^(اسم )?الحي$/,
  },
  {
    kind: 'address-line3',
    strength: 3,
    pattern:
      /(address|addr|adresse|direccion|endereco|indirizzo|street|strasse|adres|line)\w* ?(line )?#?3\b/,
  },
  {
    kind: 'address-line2',
    strength: 3,
    pattern:
      /(address|addr|adresse|direccion|endereco|indirizzo|street|strasse|adres|住所|地址|адрес)\w* ?(line|zeile|ligne|linea|linha|riga|regel)? ?#?(2|two|ii)\b|\b(line|zeile|ligne|linea|linha) ?#?2\b|\bapt\b|apartment|\bsuite\b|\bunit\b|\bflat\b|floor|building|additional address|(address|addr|adresse) ?ext\b|adress ?zusatz|complement|\bpiso\b|\bpuerta\b|appartement|\bbat(iment)?\b|etage|interno|\bscala\b|toevoeging|lokal|mieszkan|drzwi|建物|マンション|ビル|楼层|详细(?!地址)|상세 ?주소|나머지 ?주소|квартира|^кв(?![а-я])|huis ?letter|house ?letter|(house ?(number|nr|no)|huis ?(nummer|nr)) ?(add|ext|suff)|^корпус|^строение|^(no|num(ero)?|nro|n°)\.? ?int(erior)?\b|\bkv\b|\bdaire|\bkat\b|addr(ess)? ?(extra|additional|other|optional|cont|detail)|^zusatz\b|street ?2|addr ?2|second ?line|co address|c\/o|lagenhet|leilighet|etasje|\betage\b|vaning|\basunto (nro|numero)|huoneisto|\bkerros\b|doplnek adresy|допълнение|emelet|^cim 2\.? ?sora?$|\bajto\b|\bbloc(ul)?\b|\bscara\b|apartament|οροφος|διαμερισμα|\bblok\b|can ho|\btang\b|ห้อง|ชั้น|דירה|קומה|फ्लैट|\bpresso\b|\bbloco\b|wohnung|\bstock(werk)?\b|门牌|شقة|طابق/,
    not: /first|^ulica|^(street|strasse|rue|calle|rua|via|straat) (name )?(and|&|und|et|y|e|en)\b|line ?1\b|\bstock (id|name|no|num|number|code|item|symbol)\b|in stock/,
  },
  {
    kind: 'address-line2',
    strength: 3,
    pattern:
      / 2$|\b(riga|rivi|linja|linija) 2|[(,] ?(2|cont|forts|suite|agg|compl|cd|pokr|feld 2|line 2)|\b2\. ?(sor|rivi|rad|lin|red|adr)|\b(second|segund[ao]|segona|deuxieme|zweite|tweede|druh[aey]|drugi?|druga|andra|anden|teine|toinen|bigarren|antroji|otra|doilea|masodik|ikinci|kedua)\b|thu hai|\bcont(\.|'?d\b|inu)|\bcd\.|\b(tesin|turpin|jatk|pokrac|nastav|devam|lanjut|tiep|zusatz|dodat|doplnk)|втор(ой|ая|о)|другий|рядок 2|строка 2|радок 2|продолж|продовж|допълнит|δευτερ|επιπροσθ|συνεχ|ที่สอง|ต่อ|دوم|ادامه|خط 2|ثاني|تكملة|第二|行 ?2|続き|继续|繼續|接續|두 ?번째|שני|दूसरी|जारी|দ্বিতীয়|[২२۲٢]$|երկրորդ|მეორე/,
    and: /addr|adres|direcc|enderec|indirizz|satir|عنوان|адрес|dia chi|alamat|ที่อยู่|כתובת|strasse|\bcalle\b|strada|\bulic|katu|\btanav|gatv|\biel|οδος|διευθυν|вулиц|улиц|住所|地址|住址|주소|آدرس|نشانی|adreca|morada|osoite|\bcim\b|naslov|aadress|адрас|хаяг|հասցե|მისამართ|पत[ाे]|ठेगाना|ঠিকান|ලිපින|លេខផ្លូវ/,
    not: /e ?mail|contin(ent|ue)|same|other address|different/,
  },
  {
    kind: 'address-line1',
    strength: 3,
    pattern:
      /(address|addr|adresse|direccion|endereco|indirizzo|street|strasse|adres)\w* ?(line|zeile|ligne|linea|linha|riga|regel|field)? ?(1|one|i)\b|\b(line|zeile|ligne|linea|linha) ?1\b|address ?line\b/,
  },
  {
    kind: 'house-number',
    strength: 3,
    pattern:
      /\bhouse ?(number|num|no|nr|n°)\b|^(no|num(ero)?|nro|n°)\.? ?ext(erior)?\b|\bstreet ?(number|num|no|nr)\b|haus ?(nummer|nr)\b|^hnr\b|huis ?(nummer|nr)\b|^hazszam|^cislo (popisne|domu)|^(numer|nr) domu|^numero (civico|de (rue|voie|casa|la calle|exterior))|^(n°? ?)?civico$|^n°? civico|^رقم (المبني|المبنى|البيت|المنزل|العقار)|husnummer|^(номер|no) дома|^дом$|번지$/,
    not: /street(?! ?(number|num|no|nr)\b)|strasse|\bstr\b|straat|\brue\b(?<!de rue)|\bcalle\b(?<!la calle)|ulica|utca|gatu|address|adres|улиц|name|vejnavn|\bvej\b|gade|toevoeging|(?<!^haus ?(nummer|nr).*)zusatz|addition/,
  },
  {
    kind: 'street-address',
    strength: 3,
    pattern:
      /street|strasse|\bstr\b|hausnummer|\brue\b|\bvoie\b|\bcalle\b|domicilio|\brua\b|logradouro|\bvia\b|\bstraat(naam|name)?\b|huisnummer|\bulica\b|番地|丁目|町名|街道|улица|sokak|cadde|الشارع|\bjalan\b|katuosoite|gatuadress|\bgat(a|unamn)\b|\bgate\b|address|\baddr|adresse?|anschrift|direccion|endereco|indirizzo|\badres|住所|住址|地址|주소|адрес|العنوان|آدرس|نشانی|lakcim|alamat|osoite|\bulic[ea]\b|\butca\b|hazszam|kozterulet|^cim( 1\.? ?sora?)?$|\bstrada\b|adresa|διευθυνση|(?<![α-ω])οδος(?![α-ω])|dia chi|so nha|ที่อยู่|ถนน|כתובת|רחוב|вулиц|\bmorada\b|^पता$|\bvejnavn|osoite|\bnaslov\b|\bgatve\b|\biela\b|aadress|\btanav\b|\badreca\b|\bcarrer\b|\badrese\b|\bmtaa\b|հասցե|մისամართ|მისამართ|хаяг|heimilisfang|улиц|(?<![а-я])ул\.|cyfeiriad|^gade|helbide|^katu|^rruga|^ten duong|^duong( pho)?$|адрас|вуліц|гудамж|पत्ता|^पते|ठेगाना|(सड़क|स्ट्रीट|घर).*पता|ঠিকানা|රාස්|වීදි|ලිපිනය|អាសយ|លេខផ្លូវ|도로명|ناونیشان|\bstraat|خیابان|^عنوان( \d| ال|$)|\bmanzil\b|мекен/,
    not: /e ?mail|\bip\b|web|url|adres (adi|baslig|tanim)|address (name|title|label|alias)$|nick ?name|book|type|same|save|address id|mac |cross|instruction|lakcim.*hazszam|adresat[ae]?\b|paczkomat|packstation|locker|类[别型]|bitcoin|\bbtc|wallet|crypto|usdt|\beth\b|^էլ/,
  },
  {
    kind: 'honorific-prefix',
    strength: 3,
    pattern:
      /salutation|honorific|\banrede\b|civilite|\btitle\b|tratamiento|\baanhef|\bprefix\b|courtesy|敬称|обращени/,
    not: /card|invoice|job|page|event|phone|book|song|movie|post|news|subject|document|employ|represent|title of/,
  },
  {
    kind: 'username',
    strength: 3,
    pattern:
      /nom d'u(tilisateur|suari)|utiliza[td]or\b|имя пользоват|ім'я користув|корисничко|потребителско|korisnicko|uporabnisko|vartotojo|lietotaj|kasutaja ?(nimi|tunnus)|kayttaja ?(nimi|tunnus)|felhasznalo ?nev|anvandar ?namn|bru[gk]er ?navn|notandanafn|nazwa uzytk|χρηστη|اسم المستخدم|نام [كک]اربر|שם משתמש|ten (dang nhap|nguoi dung)|ชื่อผู้ใช้|nama pengguna|[帳账帐][號号]|使用者|사용자 ?(이름|명|아이디)|उपयोगकर्ता/,
  },
  {
    kind: 'name',
    strength: 3,
    pattern:
      /full ?name|your ?name|contact ?person|ansprechpartner|contact ?persoon|persona de contacto|personne a contacter|(first|given) (and|&|\/) ?(last|family|sur)|complete name|^name ?[/,&+] ?(last|sur|family)|contact ?name|customer ?name|recipient|receiver|(ship|bill|deliver)(ing|er|y|ed)? ?(to )?name|vor- ?und nachname|vollstandiger name|last name, ?first name|first name, ?last name|nom (et|&) prenom|\b(naam|nom|name|achternaam) ?(\+|&|en|et|und|,|\/) ?(voornaam|prenom|vorname)|prenom,? nom\b|nom complet|prenom et nom|nombre (completo|y apellido)|nome (completo|e cognome)|volledige naam|imie i nazwisko|氏名|お?名前|姓名|[你您]的名字|收件人|收货人|收貨人|성명|받는 ?(사람|분)|수령[인자]|수취인|受取人|ten day du|jina kamili|주문자|фио|имя и фамилия|ad(i|in|iniz)?(zi)? ?(ve )?soy ?ad|ime i prezime|ime in priimek|meno a priezvisko|vardas,? (ir )?pavarde|vards,? (un )?uzvards|ees- ?ja perekonnanimi|nom i cognoms|etunimi ja sukunimi|име и фамилия|име и презиме|(fore|first|given) ?names? ?(and|&|\/|,)? ?(sur|last|family) ?name|vornamen?,? ?(und|&|\/|\+|,) ?(nach|familien)?name|(nach|familien)name,? (und )?vorname|vor- ?(&|\/) ?nachname|nombres? y apellidos?|apellidos? y nombres?|cognome,? (e )?nome|nome,? cognome|zahlungspflichtige[rn]?\b|nom,? prenom|الاسم الكامل|نام و نام خانوادگی|한글 ?(성)?명|영문 ?성명|nama ?lengkap|koko nimi|addressee|destinatario|destinataire|empfanger|fullstandigt namn|fulde navn|fullt navn|cele jmeno|jmeno a prijmeni|teljes nev|nume complet|nume si prenume|ονοματεπωνυμο|ho (va )?ten|ชื่อ ?- ?นามสกุล|שם מלא|^піб$|ім'я та прізвище|पूरा नाम|полное имя|повне ім'я|пълно име|puno ime|polno ime|taisnimi|fullt nafn|nama penuh|পুরো নাম|সম্পূর্ণ নাম|ф\.? ?и\.? ?о\.?$|п\.? ?і\.? ?б\.?$/,
    not: /card|company|user|\bbank|branch|iban\b|swift|account|document|\bamount|\((姓|名)\)/,
  },
  {
    kind: 'given-name',
    strength: 3,
    pattern:
      /first ?name|given ?name|\bfname|\bf name$|forename|christian name|vorname|\bprenom|primer nombre|\bnombres?\b(?!.*(apellido|complet|titular|tarjeta|usuario))|primeiro nome|\bnome\b(?=.*(proprio))|voornaam|\bimie\b|(^|[ の/])名$|ファーストネーム|(お名前)?\(名\)|^名\b|名字|이름\(|^имя(?!.*(фамили|держат|владел|карт|польз))|\bad(in|iniz)?\b$|^adi$|ال[اأ]سم ال[اأ]ول|^نام$|영문 ?이름|nama depan|^emri$|etunimi|fornamn|fornavn|jmeno$|keresztnev|utonev|prenume|ονομα$|^ten$|^ชื่อ$|שם פרטי|^ім'я$|पहला नाम|\bime\b(?!.*(prezime|priimek|kartic|nosil|vlasnik|imetnik|korisni))|\bmeno\b(?!.*(priezv|kart))|\bvardas\b(?!.*(pavard|kort))|^vards\b(?!.*uzv)|\beesnimi\b|^име(?!.*(фамил|карт|презим))|first$|\bfirst\b(?=.*name)|^givn|\broepn|jina la kwanza|^անուն$|^სახელი$|enw cyntaf|fornafn|eiginnafn|\bizena\b|^[іi]м['’]?я$|^нэр$|първо име|собствено име|প্রথম (নাম|অংশ)|নামের প্রথম|पहिले नाव|पहिलो नाम|प्रथम नाम|මුල් නම|នាមខ្លួន|nama pertama|ชื่อจริง|^ten rieng|^ism$|^ismi$/,
    not: /last ?name|surname|card|full|business|company|and last|middle|uzivatel|[你您]的|^(post|zip|tel|phone|mobile|fax)\b/,
  },
  {
    kind: 'additional-name',
    strength: 3,
    pattern:
      /middle ?(name|initial)|additional ?name|\bmname|zweiter vorname|deuxieme prenom|segundo nombre|patronymic|jina la kati|отчество|tussenvoegsel|\bmi\b$/,
    not: /\bfirst\b/,
  },
  {
    kind: 'family-name',
    strength: 3,
    pattern:
      /last ?name|family ?name|\bsurname|\blname|\bl ?name$|nachname|familienname|nom de famille|\bapellidos?|sobrenome|ultimo nome|cognome|achternaam|nazwisko|(お名前)?\(姓\)|^姓$|姓氏|성\(|фамилия|soyad|mbiemr|csaladi ?nev|اسم العائلة|^نام خانوادگی|영문 ?성$|nama belakang|sukunimi|efternamn|efternavn|etternavn|prijmeni|vezeteknev|nume de familie|επωνυμο|jina la (mwisho|ukoo)|^ազգանուն$|^გვარი$|^овог$|^ho$|นามสกุล|שם משפחה|прізвище|उपनाम|अंतिम नाम|\bprezime\b|\bpriimek\b|priezvisko|презиме|\bpavarde\b|\buzvards\b|perekonnanimi|perenimi|\bcognoms?\b|^성$|last$|cyfenw|eftirnafn|επιθετο|прозвішча|(фамилно|последно) име|^نام ?خانوادگی|শেষ (নাম|অংশ)|নাম শেষ|পদবি|आडनाव|आख़िरी नाम|कुलनाम|^थर$|(අවසාන|අවසන්) නම|ត្រកូល|nama (akhir|keluarga)|ال[اأ]سم ال[اأ]خير|^اللقب|soyisim|\babizena|\bfamili?ya|apelyido/,
    not: /first|forename|vorname|nombres? y|\bime (i|in) |meno a |\bvardas|\bvards|nom i |etunimi ja|\bad(i|in|iniz)?(zi)? ?(ve )?soy|card|full|maiden|4|digits|given|^(post|zip|tel|phone|mobile|fax)\b/,
  },
  {
    kind: 'username',
    strength: 3,
    pattern:
      /user ?(name|id)(?! on)|login|\bnick ?name|benutzername|identifiant|usuario|utente|gebruiker|ユーザー|用户名|아이디|uzivatelsk|prihlasovaci jmeno|логин|kullanici/,
  },
  {
    kind: 'name',
    strength: 2,
    only: 'text',
    pattern:
      /^(main |lead |primary )?(attendee|passenger|guest|travell?er|participant|visitor|teilnehmer(in)?|reisende[rn]?|passagier|participante|asistente|pasajero|viajero|viajante|passageiro|voyageur|passager|partecipante|passeggero|viaggiatore|deelnemer|reiziger|uczestnik|pasazer|deltagare|deltager|участник|пассажир|参加者|搭乗者|旅客|乘客|참가자|승객|탑승자)( \d{1,2})?$/,
  },
  {
    kind: 'name',
    strength: 2,
    pattern:
      /^(name|nombre|nome|naam|nom|nama|navn|namn|nimi|nev|nume|isim|имя|이름|ال[اإأ]سم|اسم|full ?name|names|nafn|שם|नाम|नाव|নাম|නම|ឈ្មោះ|ناو)(?!\p{L})|\bname$| (namn|navn|naam|nome|nombre|nev)$/u,
    not: /first|last|card|company|user|street|\bblock\b|\bfb\b|facebook|middle|suffix|file|product|state|country|city|domain|project|team|bank|site|item|nick|father|mother|maiden|parent|guardian|spouse|husband|wife|nominee|model|retailer|insur|provider|branch|course|class|subject|author|movie|book|device|vehicle|car |hotel|room|display|account|screen|pet|school|event|field|job|badge|tag|server|host|song|depart|dept|plan|group|team|brand|store|shop|hospital|medicine|illness|disease|institut|universit|college|\bboard\b|\bcable\b|\bdisco\b|\border\b|stock|foretag|bedrijf|empresa|azienda|produ[ck]t|usuario|utente|gebruiker|anvandar|bruger|bruker|cadastro/,
  },
];
