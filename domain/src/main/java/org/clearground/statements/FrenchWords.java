// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/** French words of releases, folded: a star stands for any ending. */
final class FrenchWords {

    static final String TABLE =
            """
            ANTI_TANK: antichar, antichars, anti-char, anti-chars, mine antichar, mines antichar, mines antichars, mines anti-char, mines anti-chars, mine anti-char
            ANTI_PERSONNEL: antipersonnel*, anti-personnel*, mines antipersonnel*, mines anti-personnel*, mine antipersonnel*, mine anti-personnel
            MINE: mine, mines, mines terrestres
            UNEXPLODED_ORDNANCE: munitions non explosees, munition non explosee, engins non explose*, engin non explose, obus non explose*, uxo, restes explosifs*, mne, munitions militaires non explosees, reg
            UNEXPLODED: non explose*
            ORDNANCE: munition*, obus, engins
            OTHER_ITEM: detonateur*, fusee*, cartouche*, grenade*, sous-munition*, balles, allumeur*
            EXPLOSIVE: explosif*, explosive*
            ITEM: objet*, dispositif*, engin*
            PIECE: unites, pieces
            HECTARE: hectare*, ha
            SQUARE_METRE: m2, metres carres, metre carre
            SQUARE_KILOMETRE: km2, kilometres carres
            NOT_COUNTED: mm, cm, m, km, kilometres, metres, kg, tonnes, pour cent, degres, ans, heures, h, cartes, demineurs, chiens, maisons, batiments, manats, dollars, euros, fois, entreprises, societes, districts, villages, jours, operateurs, compagnies, lecteurs, vues
            PERSON: personnes, personne, civils, civil, soldats, militaires, enfants, habitants
            KILLED: tue, tues, tuees, morts, mort, deces, decedes, peri, perdu la vie, tuee
            INJURED: blesse, blesses, blessees, blessee, blessures
            VICTIM: victimes, victime
            CLEARED: deminee, deminees, demine, demines, nettoye*, depollue*, deminage, debarrasse*, nettoyage, surface, liberes, assaini*
            INSPECTED: inspecte*, verifie*, examine*, controle*, explore*
            FOUND: decouvert*, neutralise*, desamorce*, detruit*, trouve*, detecte*, enleve*, elimine*, retire*, releve*
            OVER: plus de, au moins, plus d', plus d
            UP_TO: jusqu'a, au plus, au maximum
            NEARLY: pres de, presque, pres d', pres d
            ABOUT: environ, quelque, autour de, quelques, a peu pres
            AND: et, ainsi que, plus
            OF: dont, parmi, eux, de, des, les, la, le, l', d', l, d
            BE: ont, a, ete, est, sont, s'eleve, etaient, furent, atteint, represente, avec
            FROM: du, de
            TO: au, a, jusqu'au, jusqu
            BETWEEN: entre
            IN: en, dans, durant, pendant, au cours, lors, le, au cours de
            SINCE: depuis, depuis le, a partir du
            TO_DATE: a ce jour, jusqu'a present, jusqu'a aujourd'hui, jusqu'ici
            AS_OF: au total au, en date du
            MONTH=1: janvier
            MONTH=2: fevrier
            MONTH=3: mars
            MONTH=4: avril
            MONTH=5: mai
            MONTH=6: juin
            MONTH=7: juillet
            MONTH=8: aout
            MONTH=9: septembre
            MONTH=10: octobre
            MONTH=11: novembre
            MONTH=12: decembre
            ORDINAL_END: er, eme, e
            ORDINAL=1: premier*
            ORDINAL=2: deuxieme*, second
            ORDINAL=3: troisieme*
            ORDINAL=4: quatrieme*
            DAY: jour, journee
            WEEK: semaine*, hebdomadaire*
            MONTH_WORD: mois, mensuel*
            QUARTER: trimestre*
            HALF: semestre*
            YEAR: annee*, an, annuel*
            LAST: derniere, dernier, passe, passee, ecoule*
            THIS: cette, ce, courant*, debut de l'annee
            PREVIOUS: precedent*
            TODAY: aujourd'hui
            YESTERDAY: hier
            THE_PERIOD: periode considere*, cette periode, meme periode, periode indiquee, periode de reference, periode sous
            AGENCY: agence de deminage, agence*, agence nationale*, agence d'action
            ARMY: ministere de la defense, armee, troupes du genie, genie, forces armees
            BODY: ministere des situations d'urgence, situations d'urgence, service d'etat des frontieres, gardes-frontieres, garde-frontiere*, service national des frontieres, service des frontieres, ministere des urgences
            COMPANY: entreprises privees, societes privees, compagnies, entreprises, societes
            TOGETHER: conjointement, ensemble
            PLACE: district, village, region
            SAID: selon, annonce, indique, declare, rapporte, informe, communique, apprend, precise, fait savoir, source
            PART: sous-munitions, route, voie ferree, agricole*, aeroport, ville, chemin de fer
            PLAN: prevoit, prevu*, sera, seront, devrait, devraient, objectif, compte, envisage*
            LAID: posees, pose*, enfoui*, contamine*, estime*, cartes, suspect*, enterre*
            ELSEWHERE: ukraine, angola, cambodge, colombie, or, charbon, jeu, syrie, irak, laos, cuivre, bosnie, bitcoin*
            ARTICLE=1: un, une
            NUMBER_WORD=2: deux
            NUMBER_WORD=3: trois
            NUMBER_WORD=4: quatre
            NUMBER_WORD=5: cinq
            NUMBER_WORD=6: six
            NUMBER_WORD=7: sept
            NUMBER_WORD=8: huit
            NUMBER_WORD=9: neuf
            NUMBER_WORD=10: dix
            NUMBER_WORD=11: onze
            NUMBER_WORD=12: douze
            NUMBER_WORD=13: treize
            NUMBER_WORD=14: quatorze
            NUMBER_WORD=15: quinze
            NUMBER_WORD=16: seize
            NUMBER_WORD=20: vingt
            NUMBER_WORD=30: trente
            THOUSAND: mille, milliers
            MILLION: million*
            """;

    static final String COMMON = "le la les des et du de en dans au par une ont ete pour sur que selon";

    private FrenchWords() {}
}
