// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.List;

/** German words of releases, folded: a star stands for any ending. */
final class GermanWords {

    private static final String TABLE =
            """
            ANTI_TANK: panzermine*, panzerabwehrmine*, antipanzermine*, panzer-, panzerabwehr-, panzer, antipanzer, antipanzer-, anti-panzer, anti-panzer-mine*, panzerabwehr
            ANTI_PERSONNEL: antipersonenmine*, antipersonen, antipersonen-, anti-personen, anti-personen-mine*, schutzenmine*, anti-personenmine*, personenmine*, infanteriemine*, antipersonen-mine*
            MINE: mine, minen, landmine, landminen
            UNEXPLODED_ORDNANCE: blindganger*, uxo, kampfmittel*
            UNEXPLODED: nicht explodierte*, unexplodierte*, nicht detonierte*, nichtexplodierte*
            ORDNANCE: kampfmittel*, munition*, militarmunition, geschosse*, granaten, sprengkorper*
            OTHER_ITEM: zunder*, sprengkapsel*, patrone*, handgranate*, submunition*, bomblet*, granatsplitter*, detonator*, kugeln
            EXPLOSIVE: explosive*, gefahrliche*
            ITEM: gegenstande*, sprengsatze*, objekte, korper, fundstucke*, funde
            PIECE: stuck, stucke, einheiten, exemplare
            HECTARE: hektar, ha, hektars
            SQUARE_METRE: m2, qm, quadratmeter*
            SQUARE_KILOMETRE: km2, quadratkilometer*
            NOT_COUNTED: mm, cm, m, km, kilometer*, meter*, kg, tonnen, prozent, grad, jahre, jahrige*, uhr, stunden, karten, karte, minenraumer*, hunde, hauser*, gebaude*, manat, dollar, euro, mal, private*, firmen, unternehmen, bezirke*, dorfer*, tage*, leser*, kommentare, fahrzeuge, spurhunde*, minensuchhund*, fachleute, mitarbeiter*, firma, millimeter*
            PERSON: menschen, personen, person, zivilisten, zivilist*, soldaten, soldat, kinder*, bewohner*, manner, mann, frauen, arbeiter
            KILLED: getotet*, tot, tote, toten, ums leben, starben, gestorben, todesopfer, umgekommen, kamen um, todlich
            INJURED: verletzt*, verwundet*, verletzte
            VICTIM: opfer, opfern, betroffen*, minenopfer*
            CLEARED: geraumt*, gesaubert*, entmint*, raumung, freigegeben, gereinigt*, gerodet*, raumte*, raumten, minenfrei
            INSPECTED: gepruft*, untersucht*, uberpruft*, kontrolliert*, abgesucht*, inspiziert*, begutachtet*
            FOUND: entdeckt*, gefunden, entscharft*, vernichtet*, neutralisiert*, unschadlich, beseitigt*, zerstort*, geborgen, sichergestellt, aufgespurt, fand, fanden, entscharften, aufgefunden*, gesprengt, ausgegraben
            OVER: uber, mehr als, mindestens, gut, rund mehr
            UP_TO: bis zu, hochstens, maximal
            NEARLY: fast, beinahe, nahezu, knapp
            ABOUT: etwa, rund, ungefahr, circa, ca, zirka, schatzungsweise
            AND: und, sowie, plus
            OF: davon, der, die, das, den, dem, darunter, weitere, weiterer, verschiedene, von, des
            BE: wurden, wurde, war, waren, worden, sind, ist, betrug, betragt, umfasst, belief, beliefen, belauft, insgesamt
            FROM: vom, von, ab
            TO: bis, zum
            BETWEEN: zwischen
            IN: im, in, am, wahrend, laufe
            SINCE: seit, seit dem
            TO_DATE: bis heute, bisher, bislang, bis jetzt
            AS_OF: stand, bis zum, per
            MONTH=1: januar, janner
            MONTH=2: februar
            MONTH=3: marz
            MONTH=4: april
            MONTH=5: mai
            MONTH=6: juni
            MONTH=7: juli
            MONTH=8: august
            MONTH=9: september
            MONTH=10: oktober
            MONTH=11: november
            MONTH=12: dezember
            WEEKDAY: montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag
            ORDINAL=1: erste*, ersten
            ORDINAL=2: zweite*
            ORDINAL=3: dritte*
            ORDINAL=4: vierte*
            DAY: tag
            WEEK: woche, wochen, wochenbericht, wochentlich*, wochenbilanz
            MONTH_WORD: monat*, monatlich*
            QUARTER: quartal*
            HALF: halbjahr*
            YEAR: jahr, jahre, jahres, jahr*
            LAST: vergangen*, letzt*, vorig*, abgelaufen*, zuruckliegend*
            THIS: diese, dieses, diesem, diesen, laufend*, seit jahresbeginn
            PREVIOUS: vorwoche, vormonat, vorhergehend*, davor, vorangegangen*, vorherig*
            TODAY: heute
            YESTERDAY: gestern
            THE_PERIOD: berichtszeitraum*, genannten zeitraum, diesem zeitraum, gleichen zeitraum, berichtsperiode
            AGENCY: minenraumungsagentur*, minenraumungsbehorde*, agentur, behorde, minenagentur*, minenraumagentur*, minenaktionsagentur*
            ARMY: verteidigungsministerium*, armee, pioniertruppen, streitkrafte*, heer, pioniere
            BODY: katastrophenschutzministerium*, notstandsministerium*, ministerium fur notfall*, ministerium fur katastrophen*, staatlicher grenzdienst, grenzdienst*, staatliche grenzdienst, staatlichen grenzdienst*, grenzschutz*, ministerium fur notsituationen, ministeriums fur notsituationen, ministeriums fur notfallsituationen, katastrophenministerium*
            COMPANY: private unternehmen, firmen, unternehmen, privatfirmen, private firmen, privaten unternehmen, privaten firmen, privatunternehmen
            TOGETHER: gemeinsam, zusammen
            PLACE: bezirk, dorf, rayon, region
            SAID: teilte, berichtet, laut, mitteilung, angaben, sagte, meldet, pressedienst, zufolge, nach, gab, bekannt, meldete, berichtete
            PART: streumunition*, strasse, eisenbahn*, landwirtschaft*, flughafen*, stadt, bahnstrecke, stromleitung*, autobahn
            PLAN: geplant*, sollen, soll, will, plant, werden sollen, vorgesehen, ziel
            LAID: verlegt*, vergraben*, verseucht*, verdachtig*, geschatzt*, karten, minenkarten, vermutet*, liegen
            ELSEWHERE: ukraine, angola, kambodscha, kolumbien, gold*, kohle*, bergwerk*, spiel*, syrien, irak, bosnien, bergbau*, kroatien, laos, libyen, grube*, bitcoin*
            ARTICLE=1: eine, ein, einen, einer
            NUMBER_WORD=1: eins
            NUMBER_WORD=2: zwei
            NUMBER_WORD=3: drei
            NUMBER_WORD=4: vier
            NUMBER_WORD=5: funf
            NUMBER_WORD=6: sechs
            NUMBER_WORD=7: sieben
            NUMBER_WORD=8: acht
            NUMBER_WORD=9: neun
            NUMBER_WORD=10: zehn
            NUMBER_WORD=11: elf
            NUMBER_WORD=12: zwolf
            NUMBER_WORD=13: dreizehn
            NUMBER_WORD=14: vierzehn
            NUMBER_WORD=15: funfzehn
            NUMBER_WORD=16: sechzehn
            NUMBER_WORD=17: siebzehn
            NUMBER_WORD=18: achtzehn
            NUMBER_WORD=19: neunzehn
            NUMBER_WORD=20: zwanzig
            NUMBER_WORD=30: dreissig
            THOUSAND: tausend, tsd., tsd
            MILLION: millionen, million, mio., mio
            """;

    static final String COMMON = "der die das und in den wurden von im mit zu des auf fur nicht eine sowie";

    private static final List<String> UNITS =
            List.of("ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun");
    private static final List<String> TENS =
            List.of("zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig");

    private GermanWords() {}

    /** The table with the numbers that German writes as one word: neunundsechzig. */
    static String table() {
        var lines = new StringBuilder(TABLE);
        for (int ten = 0; ten < TENS.size(); ten++) {
            int tens = (ten + 2) * 10;
            lines.append("NUMBER_WORD=")
                    .append(tens)
                    .append(": ")
                    .append(TENS.get(ten))
                    .append('\n');
            for (int unit = 0; unit < UNITS.size(); unit++) {
                lines.append("NUMBER_WORD=")
                        .append(tens + unit + 1)
                        .append(": ")
                        .append(UNITS.get(unit))
                        .append("und")
                        .append(TENS.get(ten))
                        .append('\n');
            }
        }
        return lines.toString();
    }
}
