// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/** English words of releases, folded: a star stands for any ending. */
final class EnglishWords {

    static final String TABLE =
            """
            ANTI_TANK: anti-tank, anti tank, antitank, anti-vehicle, anti-tanks
            ANTI_PERSONNEL: anti-personnel*, anti personnel, anti-person*, antipersonnel*, anti-personel, anti-infantry, anti-pedestrian, anti-peronnel, antipersonel
            MINE: mine, mines, landmines, landmine, landmines, land mines, land mine
            UNEXPLODED_ORDNANCE: uxo, uxos, ied, ieds, explosive remnants of war, erw, duds
            UNEXPLODED: unexploded, undetonated, non-exploded
            ORDNANCE: ordnance*, ordinance*, munition*, ammunition*, shells, shell, projectile*, bombs, rounds, round, mortar*, rockets, rocket, missiles
            OTHER_ITEM: bomblet*, submunition*, fuse, fuses, fuze, fuzes, detonator*, cartridge*, bullet*, grenade*, remnants, fragments, booby trap*, booby-trap*, missile parts, drones, 9n235, cluster bomblet*
            EXPLOSIVE: explosive, dangerous, hazardous
            ITEM: items, item, explosives, devices, device, objects, object, hazards, finds, find
            PIECE: piece, pieces, units, unit, pcs, pc
            HECTARE: ha, hectare, hectares, hectar, hectars
            SQUARE_METRE: sq.m, sq. m, sq m, sqm, m2, square meter*, square metre*, sq. meters, sq. metres, sq meters, sq. m., sq.m., sq.meters
            SQUARE_KILOMETRE: sq.km, sq. km, sq km, km2, square kilomet*
            NOT_COUNTED: mm, millimet*, cm, m, km, kilomet*, meter, meters, metre, metres, kg, kilogram*, tonnes, tons, ton, kv, mw, volt*, percent, per cent, degrees, year-old, years, year old, hours, minutes, record sheets, deminer, deminers, sappers, dogs, dog, machines, call*, buildings, houses, apartments, families, manat*, azn, usd, dollar*, euro*, settlements, villages, districts, cities, operators, companies, teams, times, bodies, agencies, institutions, views, comments, days, weeks, months, years, sets, records, ministries, organizations, organisations, private, national commercial, vehicles, cars, trucks, pages, readers, shares, likes, pupils, students, schools, trainings, sessions, specialists, employees, calibre, caliber
            PERSON: people, persons, person, civilian*, soldier*, servicem*, citizen*, resident*, women, woman, men, man, child, children, workers, worker, policem*, journalist*, employee, deminer was, deminers were, shepherd*, farmer*
            KILLED: killed, died, dead, deaths, death, lost their lives, fatalities, fatally, killing, perished, lives, lost his life, fatal
            INJURED: injured, wounded, injuries, hurt, injuring, wounding, maimed, injury
            VICTIM: victim, victims, casualties, casualty, affected, fallen victim, fell victim, become victims, suffered
            CLEARED: cleared, clear, clearing, clearance, demined, de-mined, demining, released, cleaned, freed, rid, demolished, cleansed, handed over
            INSPECTED: inspected, checked, examined, surveyed, inspection, verified, inspecting, searched, survey, inspect, check, screened
            FOUND: found, discovered, detected, uncovered, seized, defused, neutralised, neutralized, removed, quashed, destroyed, located, disposed, deactivated, rendered, recovered, unearthed, eliminated, collected, identified, blown up, dealt with, revealed, finds, finding, disarmed, lifted, detonated, cleared of, pulled, dug, discovering, neutralising, neutralizing, removing, destroying, exploded in place, finding and, defusing, turned up, spotted, neutralize, neutralise, remove, destroy, logged, registered, dismantled, extracted
            OVER: over, more than, at least, above, upwards of, in excess of, exceeded, exceeds, exceeding, no fewer than, not less than, no less than, well over, topped
            UP_TO: up to, at most, no more than, not more than, maximum of
            NEARLY: nearly, almost, close to, just under, just short of, a little under, slightly under, slightly less than, a shade under, approaching, just below
            ABOUT: about, around, some, approximately, roughly, approx, circa
            AND: and, plus, as well as, together with, along with, &
            OF: of, the, them, which, these, those, all, other, another, different, various, further, more
            BE: was, being, were, is, are, been, be, has, have, had, being, amounted to, totaled, totalled, stood at, comes to, came to, reached, numbered, made up, amounts to, came, amounting to
            FROM: from
            TO: to, through, until, till, thru
            BETWEEN: between
            IN: in, on, during, for, over the course of, throughout, within, by
            SINCE: since, starting from, beginning from, from the end of
            TO_DATE: to date, to the present, so far, until now, up to now, to this day, till today, until today, to present, up to the present, thus far, up to today, till now
            AS_OF: as of, by the beginning of, by the end of, up until, as at
            MONTH=1: january, jan
            MONTH=2: february, feb
            MONTH=3: march, mar
            MONTH=4: april, apr
            MONTH=5: may
            MONTH=6: june, jun
            MONTH=7: july, jul
            MONTH=8: august, aug
            MONTH=9: september, sep, sept
            MONTH=10: october, oct
            MONTH=11: november, nov
            MONTH=12: december, dec
            WEEKDAY: monday, tuesday, wednesday, thursday, friday, saturday, sunday
            ORDINAL_END: st, nd, rd, th
            ORDINAL=1: first
            ORDINAL=2: second
            ORDINAL=3: third
            ORDINAL=4: fourth
            DAY: day, daily
            WEEK: week, weekly, seven days, 7 days
            MONTH_WORD: month, monthly
            QUARTER: quarter, quarterly
            HALF: half
            YEAR: year, annual, annually, yearly
            LAST: last, past, latest, outgoing
            THIS: this, current, the present, ongoing
            PREVIOUS: previous, preceding, prior, the week before, the month before, a week earlier, a month earlier, a week ago, the year before, a year earlier
            TODAY: today
            YESTERDAY: yesterday
            THE_PERIOD: reporting period, reported period, period under review, this period, said period, that period, same period, mentioned period, given period, period in question, the period
            AGENCY: mine action agency, mine agency, demining agency, mine clearance agency, agency for mine action, agency for mine clearance, the agency, agency's, national agency, agency
            ARMY: ministry of defence, ministry of defense, defence ministry, defense ministry, mod, engineering troops, engineer troops, engineer-sapper, engineering units, army, armed forces, sapper units, engineer units, army's, military engineers, engineer battalion*, army engineers, troops
            BODY: ministry of emergency*, emergencies ministry, emergency ministry, ministry of emergencies, mes, state border service, state border guard service, sbs, border service, border guard*, state security service, iepf, rescue service, state border guards, emergency situations, ngo, mine action team of turkey, turkish
            COMPANY: private compan*, commercial compan*, local compan*, national compan*, companies, company, contractors, contractor, commercial operators, private operators, private contractors
            TOGETHER: all operators, other operators, partner operators, operators, jointly, alongside, joint, together, along with
            PLACE: district, village, settlement, district's
            SAID: said, told, reported, according, reports, informed, announced, noted, stated, press service, quoted, citing, reference, says, spokesperson, spokesman, chairman, published, data, information, statement, disclosed, unveiled, released figures, shared, made public, learned, learnt
            PART: cluster munition*, cluster bombs, cluster, road, railway, highway, airport, farmland, agricultural, residential, housing, agriculture, power line*, canal, pipeline, energy, transport, purposes, school*, smart village, corridor, embankment, sown, cemetery, city, town
            PLAN: plan, plans, planned, will, intends, intend, target, expected, expects, aims, scheduled, to be cleared, due to, remain, remains, remaining, still to, tender, wants, next year, future, promised, should be, goal, awaits, await, hopes
            LAID: planted, laid, buried, contaminated, contamination, suspected, estimated, estimate, estimates, in the ground, mapped, minefield maps, on the maps, maps, map, suspect, believed, still lie
            ELSEWHERE: ukraine, angola, cambodia, colombia, laos, iraq, syria, libya, bosnia, croatia, afghanistan, yemen, mozambique, vietnam, gold, coal, copper, diamond, bitcoin, minesweeper, game, gamers, players, players', ore, miner, miners, cryptocurrency, vineyard, harvest, lebanon, sri lanka, zimbabwe, somalia, ethiopia, sudan, kosovo, serbia, myanmar, south sudan, chad, senegal, thailand, georgia
            NUMBER_WORD=1: one
            NUMBER_WORD=2: two
            NUMBER_WORD=3: three
            NUMBER_WORD=4: four
            NUMBER_WORD=5: five
            NUMBER_WORD=6: six
            NUMBER_WORD=7: seven
            NUMBER_WORD=8: eight
            NUMBER_WORD=9: nine
            NUMBER_WORD=10: ten
            NUMBER_WORD=11: eleven
            NUMBER_WORD=12: twelve
            NUMBER_WORD=13: thirteen
            NUMBER_WORD=14: fourteen
            NUMBER_WORD=15: fifteen
            NUMBER_WORD=16: sixteen
            NUMBER_WORD=17: seventeen
            NUMBER_WORD=18: eighteen
            NUMBER_WORD=19: nineteen
            NUMBER_WORD=20: twenty
            NUMBER_WORD=30: thirty
            NUMBER_WORD=40: forty
            NUMBER_WORD=50: fifty
            NUMBER_WORD=60: sixty
            NUMBER_WORD=70: seventy
            NUMBER_WORD=80: eighty
            NUMBER_WORD=90: ninety
            NUMBER_WORD=100: hundred
            NUMBER_WORD=12: dozen
            ARTICLE=1: a, an
            THOUSAND: thousand, thousands
            MILLION: million, millions, mln
            """;

    static final String COMMON = "the of and in to a was were for on that by from with said as it has been";

    private EnglishWords() {}
}
