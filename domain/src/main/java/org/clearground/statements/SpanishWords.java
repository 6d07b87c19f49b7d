// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/** Spanish words of releases, folded: a star stands for any ending. */
final class SpanishWords {

    static final String TABLE =
            """
            ANTI_TANK: antitanque*, anti-tanque*, minas antitanque*, minas anti-tanque*, mina antitanque, mina anti-tanque, contra tanques
            ANTI_PERSONNEL: antipersona*, antipersonal*, anti-persona*, minas antipersona*, minas anti-persona*, mina antipersona*, mina anti-persona*
            MINE: mina, minas, minas terrestres
            UNEXPLODED_ORDNANCE: municiones sin explotar, municiones sin detonar, artefactos sin explotar, artefactos explosivos sin detonar, artefactos explosivos sin explotar, artefacto sin explotar, munision*, restos explosivos*, municion* no explosionad*, artefactos no explosionados, artefacto explosivo sin detonar, uxo, proyectiles sin detonar, proyectiles sin explotar, munición sin detonar, municion sin explotar
            UNEXPLODED: sin explotar, sin detonar, no explotad*, sin estallar
            ORDNANCE: municion*, proyectil*, artefacto*, obuses
            OTHER_ITEM: detonador*, espoleta*, cartucho*, granada*, submunicion*, balas
            EXPLOSIVE: explosivo*
            ITEM: objeto*, artefacto*, dispositivo*
            PIECE: unidades, piezas
            HECTARE: hectarea*, ha
            SQUARE_METRE: m2, metros cuadrados
            SQUARE_KILOMETRE: km2, kilometros cuadrados
            NOT_COUNTED: mm, cm, m, km, kilometros, metros, kg, toneladas, por ciento, grados, anos, horas, mapas, zapadores, desminadores, perros, casas, edificios, manats, dolares, euros, veces, empresas, distritos, aldeas, dias, operadores, lectores, companias
            PERSON: personas, persona, civiles, civil, soldados, militares, ninos, habitantes
            KILLED: muerto*, muerta*, murieron, fallecid*, fallecieron, muertes, matad*
            INJURED: herido*, herida*, lesionad*, resultaron heridas
            VICTIM: victima*
            CLEARED: limpiad*, desminad*, despejad*, desminado, limpi*, limpieza, liberad*, desminaron
            INSPECTED: inspeccionad*, revisad*, examinad*, comprobad*, verificad*
            FOUND: encontrad*, halla*, descubiert*, neutralizad*, desactivad*, destruid*, detectad*, retirad*, localizad*, eliminad*, encontraron, desactivaron, neutralizaron, hallaron, detectaron
            OVER: mas de, al menos, por lo menos, superior a
            UP_TO: hasta, como maximo
            NEARLY: casi, cerca de, poco menos de
            ABOUT: unas, unos, alrededor de, aproximadamente, en torno a
            AND: y, e, asi como, ademas de
            OF: de, ellas, ellos, los, las, el, la, otros, otras, del
            BE: fueron, fue, han, ha, sido, son, es, asciende, ascendio, total, se
            FROM: del, desde
            TO: al, hasta, a
            BETWEEN: entre
            IN: en, durante, el
            SINCE: desde el, desde, a partir del
            TO_DATE: hasta la fecha, hasta ahora, hasta hoy, hasta el momento
            AS_OF: a fecha de
            MONTH=1: enero
            MONTH=2: febrero
            MONTH=3: marzo
            MONTH=4: abril
            MONTH=5: mayo
            MONTH=6: junio
            MONTH=7: julio
            MONTH=8: agosto
            MONTH=9: septiembre, setiembre
            MONTH=10: octubre
            MONTH=11: noviembre
            MONTH=12: diciembre
            ORDINAL=1: primer*
            ORDINAL=2: segund*
            ORDINAL=3: tercer*
            ORDINAL=4: cuart*
            DAY: dia, jornada
            WEEK: semana*, semanal*
            MONTH_WORD: mes, mensual*
            QUARTER: trimestre*
            HALF: semestre*
            YEAR: ano, anual*
            LAST: pasad*, ultim*
            THIS: este, esta, presente, en lo que va
            PREVIOUS: anterior*, previ*
            TODAY: hoy
            YESTERDAY: ayer
            THE_PERIOD: periodo indicado, este periodo, mismo periodo, ese periodo, periodo del informe, periodo informado
            AGENCY: agencia*
            ARMY: ministerio de defensa, ejercito, tropas de ingenieros, fuerzas armadas
            BODY: ministerio de situaciones de emergencia, situaciones de emergencia, servicio estatal de fronteras, servicio de fronteras, ministerio de emergencias, guardia* fronteriz*, guardafronteras
            COMPANY: empresas privadas, companias, empresas
            TOGETHER: conjuntamente, junto
            PLACE: distrito, aldea, pueblo, region
            SAID: segun, anuncio, informo, declaro, comunico, dijo, indico, informa, fuentes, senalo
            PART: municiones en racimo, carretera, ferrocarril, agricola*, aeropuerto, ciudad
            PLAN: preve, previsto, sera, seran, planea, espera, objetivo
            LAID: colocad*, enterrad*, contaminad*, estima*, mapas, sospech*, sembrad*
            ELSEWHERE: ucrania, angola, camboya, colombia, oro, carbon, juego, siria, irak, laos, cobre, bosnia, bitcoin*
            ARTICLE=1: un, una
            NUMBER_WORD=2: dos
            NUMBER_WORD=3: tres
            NUMBER_WORD=4: cuatro
            NUMBER_WORD=5: cinco
            NUMBER_WORD=6: seis
            NUMBER_WORD=7: siete
            NUMBER_WORD=8: ocho
            NUMBER_WORD=9: nueve
            NUMBER_WORD=10: diez
            NUMBER_WORD=11: once
            NUMBER_WORD=12: doce
            NUMBER_WORD=20: veinte
            NUMBER_WORD=30: treinta
            THOUSAND: mil, miles
            MILLION: millon*
            """;

    static final String COMMON = "el la los las de en y que del por una se con para fueron segun";

    private SpanishWords() {}
}
