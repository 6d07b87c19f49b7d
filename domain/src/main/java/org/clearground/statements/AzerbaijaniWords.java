// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/** Azerbaijani words of releases, folded: a star stands for any ending. */
final class AzerbaijaniWords {

    static final String TABLE =
            """
            ANTI_TANK: tank eleyhine, tankeleyhine, tank, tanka qarşı, tank eleyhdari, tank mina*
            ANTI_PERSONNEL: piyada eleyhine, piyadaeleyhine, piyada, piyadaya qarşı
            MINE: mina, minalar*, minanin, minani, minaya, minasi, minadan
            UNEXPLODED_ORDNANCE: phs, partlamamis herbi sursat*, partlamamis sursat*, partlamamis mermi*, partlamamis raket*, partlamamis top mermi*, partlamamis qumbara*, partlamamis doyus sursat*
            UNEXPLODED: partlamamis
            ORDNANCE: sursat*, mermi*, raket*, bomba*
            OTHER_ITEM: detonator*, patron*, gulle*, qumbara*, partladici*, kaset bomba*, kaset sursat*, submunisiya*, elementi, qelpe*, 9n235, sursat qaligi*, alisdirici*
            EXPLOSIVE: partlayici, tehlukeli
            ITEM: qurgu*, esya*, tapinti*, predmet*
            PIECE: eded, vahid, numune, dene
            HECTARE: hektar*, ha
            SQUARE_METRE: kv.m, kv. m, kv m, kvm, m2, kvadrat metr*, kvadratmetr*, kv.metr*, kv. metr*
            SQUARE_KILOMETRE: kv.km, kv. km, km2, kvadrat kilometr*
            NOT_COUNTED: mm, mm-lik, sm, m, km, metr*, kilometr*, millimetr*, kq, ton*, faiz*, derece*, saat*, deqiqe*, muherrik, minaaxtaran*, it, bina, bina*, ev, evler*, manat*, dollar*, avro, yas*, rayon, rayonda, kend, kendde, ozel, sirket*, defe, qurum*, illik, gun*, usaq bagcas*, mekteb*, kv, mvt, baxis*, isci*, emekdas*, texnika, azn, dovlet, kendde, herbi xidmetci oz, merkez*, cagri, unsiya, avtomobil*, milli, yerli, telefon*, nomre*, minatemizleyen*, istehkamci*, operator, operator*, cihaz, seans*, telim*, sagird*, nefere seadet*
            PERSON: nefer*, sexs*, mulki, herbci*, herbi qulluqcu*, esger*, insan*, adam*, vetendas*, usaq, qadin, herbi xidmetci*, sakin*, polis*, jurnalist*, istehkamci, minaaxtaran, coban*, isci
            KILLED: helak, olub, olen*, hayatini itir*, heyatini itir*, sehid, vefat, dunyasini, helak ol*, olum, olmusdur, olduyu, oldu
            INJURED: yaralan*, yarali*, xesaret*, yaralanma*
            VICTIM: qurban*, zerer cek*, zerercek*, itki*
            CLEARED: temizlen*, temizley*, temizledi*, minatemizleme, minadan temizlen*, minasizlasdir*, azad olunub, temizle, temizlik
            INSPECTED: yoxlan*, musayine*, yoxlama*, yoxlayib*, tedqiq*, baxis kecir*, baxilib, baxilmis*, baxis kecirilib, kesfiyyat*
            FOUND: tapil*, askar*, zerersizlesdir*, mehv, goturul*, cixaril*, askarla*, zersizlesdir*, tapib*, rastlan*, temizlenib cixar*, ortaya, partladil*, utilizasiya*, tapinti olub, tapmis*, askara
            OVER: çox, cox, artiq, çoxdur, azi, en azi, coxu, otub, kecib, asib, ustelik, az olmayaraq, ziyade, coxdur
            UP_TO:  qeder cox olmayan, en coxu, cox olmamaqla, maksimum
            NEARLY: az qala, yaxin, yaxindir, demek olar
            ABOUT: texminen, tequriben, teqriben, qeder mina, civarinda, haradasa
            AND: ve, ile, hemcinin, habele, elece de, eyni zamanda, hem de, ile yanasi
            OF: bunun, onlardan, muxtelif, olmaqla, o cumleden, bunlardan, onun, olan
            BE: olub, teskil, edib, etmisdir, teskil edib, olmusdur, sayi, barabar, beraber, idi, nefere
            FROM: erzinde, etibaren
            TO: dek, dak, qeder, kimi, na qeder, ne qeder, dan, den, da, de, na, ne, cu, ci
            BETWEEN: arasinda
            IN: tarixlerinde, tarixinde, ayinda, uzre
            SINCE: etibaren, baslayaraq, beri, bu yana
            TO_DATE: bugunedek, bu gune qeder, bugune qeder, indiyedek, indiye qeder, bu gunedek, bu gune kimi, indiye kimi, hazirki gune, hazirda, bu gunadek, bugune kimi, bu gunlere qeder, bu vaxtadek
            AS_OF: tarixine olan, tarixinedek, tarixine qeder, olan melumat*, tarixine
            MONTH=1: yanvar*
            MONTH=2: fevral*
            MONTH=3: mart, martin, martda, mart*
            MONTH=4: aprel*
            MONTH=5: may, mayin, mayda, mayinda
            MONTH=6: iyun*
            MONTH=7: iyul*
            MONTH=8: avqust*
            MONTH=9: sentyabr*
            MONTH=10: oktyabr*
            MONTH=11: noyabr*
            MONTH=12: dekabr*
            WEEKDAY: bazar ertesi, cersenbe axsami, cersenbe, cume axsami, cume, senbe, bazar gunu
            ORDINAL=1: birinci, ilk
            ORDINAL=2: ikinci
            ORDINAL=3: ucuncu
            ORDINAL=4: dorduncu
            DAY: gundelik, gun erzinde, sutka*
            WEEK: hefte*, heftelik
            MONTH_WORD: ay, ayi, ayin, aylig*, ayda, aylik*, ay erzinde
            QUARTER: rub*, kvartal*
            HALF: yarisi*, yarim*, yarimil*, yarim il*
            YEAR: il, ili, ilin, ilde, illik, ilden, ile, ilinde, iledek, ilinin
            LAST: otan, oten, kecen, son, ötən, kecmis, basa catan, geride qalan, yola salinan, arxada qalan
            THIS: cari, bu, hazirki, ilin evvelinden
            PREVIOUS: evvelki, ondan evvelki, bir hefte evvel, bir ay evvel, bundan evvelki
            TODAY: bu gun
            YESTERDAY: dunen
            THE_PERIOD: hesabat dovru*, hemin dovr*, bu dovr*, hemin muddet*, bu muddet*, gosterilen dovr*, bu zaman erzinde, qeyd olunan dovr*, qeyd edilen dovr*
            AGENCY: agentlik*, agentliy*, minatemizleme agentliy*
            ARMY: mudafie nazirliy*, istehkam qosun*, istehkamci*, ordu*, muhendis-istehkam*, herbi hisse*, muhendis qosun*, istehkam bolme*, silahli quvve*
            BODY: fovqelade hallar nazirliy*, fhn*, dovlet serhed xidmet*, dsx*, dovlet tehlukesizlik xidmet*, iepf*, mudafie ve fovqelade, turkiye*
            COMPANY: sirket*, ozel sirket*, yerli sirket*, ozel qurum*
            TOGETHER: birlikde, birge
            PLACE: rayonu*, rayonun*, kend, kendi*, kendin*
            SAID: bildir*, aciql*, melumat*, metbuat*, xeber, deyib, verib, yayib, hesabat*, istinad*, qeyd, esasen, soyley*, elan, paylas*, sozcu*
            PART: kaset*, yol, yolu*, yolun*, avtomobil yol*, demir yol*, kend teserrufat*, aeroport*, sehr*, seher*, yasayis massiv*, enerji*, elektrik*, kanal*, boru*, smart, agilli kend*, sosse*, magistral*, bag*, mekteb*, tikinti*
            PLAN: planlas*, nezerde tutul*, gozlenil*, olacaq*, temizlenecek, plan*, hedef*, qalir, teqdim edilecek, qarsidaki, edilecek*, kecirilecek*, tedbir planinda
            LAID: basdiril*, cirklen*, ehtimal*, supheli, xerite*, minalanm*, tehmin*, yerlesdiril*, torpaqda, ehtimal olunur, qalib, texmin edilir, qalan mina*
            ELSEWHERE: qizil, filiz*, mis, komur*, oyun*, ukrayna*, anqola*, kamboca*, suriya*, iraq*, eqipt*, meden, medend*, medenin*, liviya*, laos*, kolumbiya*, yemen*, efqanistan*, bitkoin*, kriptovalyuta*, bosniya*, livan*, suda*n, xorvatiya*
            NUMBER_WORD=1: bir
            NUMBER_WORD=2: iki
            NUMBER_WORD=3: uc
            NUMBER_WORD=4: dord
            NUMBER_WORD=5: bes
            NUMBER_WORD=6: alti
            NUMBER_WORD=7: yeddi
            NUMBER_WORD=8: sekkiz
            NUMBER_WORD=9: doqquz
            NUMBER_WORD=10: on
            NUMBER_WORD=20: iyirmi
            NUMBER_WORD=30: otuz
            NUMBER_WORD=40: qirx
            NUMBER_WORD=50: elli
            NUMBER_WORD=60: altmis
            NUMBER_WORD=70: yetmis
            NUMBER_WORD=80: seksen
            NUMBER_WORD=90: doxsan
            NUMBER_WORD=100: yuz
            THOUSAND: min, minden, mine, minlik
            MILLION: milyon*, mln
            """;

    static final String COMMON =
            "ve edilib olunub olub bu ile uzre ki de da ucun bildirib tapilib edib erazi mina eded il";

    private AzerbaijaniWords() {}
}
