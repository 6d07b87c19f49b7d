// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.util.Map;

/** What the form and the code lists are called in Russian, as a body would write it that works in that language. */
final class RussianWords {

    /** Headings of the tables, by question. */
    static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("report_no", "Номер отчёта"),
            Map.entry("organisation", "Организация"),
            Map.entry("team", "Группа"),
            Map.entry("task", "Задание"),
            Map.entry("activity_type", "Вид работ"),
            Map.entry("period_from", "Первый день периода"),
            Map.entry("period_to", "Последний день периода"),
            Map.entry("district", "Район"),
            Map.entry("settlement", "Населённый пункт"),
            Map.entry("purpose", "Назначение земель"),
            Map.entry("method", "Метод"),
            Map.entry("depth_cm", "Глубина поиска, см"),
            Map.entry("declared_area_ha", "Заявленная площадь, га"),
            Map.entry("worked_ground", "Участок выполненных работ"),
            Map.entry("staff", "Занято людей"),
            Map.entry("machines", "Машины, единиц"),
            Map.entry("dogs", "Собаки, голов"),
            Map.entry("hours", "Отработано часов"),
            Map.entry("sample", "Условные данные"),
            Map.entry("category", "Категория"),
            Map.entry("model", "Модель"),
            Map.entry("quantity", "Количество"),
            Map.entry("found_on", "День обнаружения"),
            Map.entry("point", "Место обнаружения"),
            Map.entry("find_depth_cm", "Глубина обнаружения, см"),
            Map.entry("condition", "Состояние"),
            Map.entry("disposal", "Принятые меры"));

    /** Coded answers, by code; no code stands in two lists. */
    static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("non_technical_survey", "Нетехническое обследование"),
            Map.entry("manual_clearance", "Ручное разминирование"),
            Map.entry("mechanical_clearance", "Механизированное разминирование"),
            Map.entry("animal_search", "Поиск с применением животных"),
            Map.entry("bac_surface", "Очистка района боевых действий (поверхностная)"),
            Map.entry("bac_subsurface", "Очистка района боевых действий (на глубину)"),
            Map.entry("eod_spot_task", "Точечная задача по обезвреживанию боеприпасов"),
            Map.entry("manual", "Ручной"),
            Map.entry("mechanical", "Механический"),
            Map.entry("animal", "С животными"),
            Map.entry("visual_search", "Визуальный поиск"),
            Map.entry("instrument_search", "Поиск с приборами"),
            Map.entry("agriculture", "Сельское хозяйство"),
            Map.entry("residential", "Жилая застройка"),
            Map.entry("transport", "Транспорт"),
            Map.entry("energy", "Энергетика"),
            Map.entry("water", "Водоснабжение и орошение"),
            Map.entry("industry", "Промышленность"),
            Map.entry("heritage", "Культурное наследие"),
            Map.entry("forest", "Лес"),
            Map.entry("AP_BLAST", "Противопехотная фугасная мина"),
            Map.entry("AP_FRAGMENTATION", "Противопехотная осколочная мина"),
            Map.entry("AP_BOUNDING", "Противопехотная выпрыгивающая осколочная мина"),
            Map.entry("AP_UNSPECIFIED", "Противопехотная мина (вид не указан)"),
            Map.entry("AV_MINE", "Противотанковая мина"),
            Map.entry("SUBMUNITION", "Суббоеприпас кассетного боеприпаса"),
            Map.entry("UXO_PROJECTILE", "Неразорвавшийся артиллерийский снаряд"),
            Map.entry("UXO_MORTAR", "Неразорвавшаяся миномётная мина"),
            Map.entry("UXO_ROCKET", "Неразорвавшийся реактивный снаряд или ракета"),
            Map.entry("UXO_GRENADE", "Неразорвавшаяся граната"),
            Map.entry("UXO_AERIAL_BOMB", "Неразорвавшаяся авиационная бомба"),
            Map.entry("UXO_OTHER", "Прочие неразорвавшиеся боеприпасы"),
            Map.entry("AXO", "Оставленные взрывоопасные боеприпасы"),
            Map.entry("SMALL_ARMS_AMMUNITION", "Боеприпасы к стрелковому оружию"),
            Map.entry("FUZE", "Взрыватель или детонатор"),
            Map.entry("FRAGMENT", "Осколок или остаток боеприпаса"),
            Map.entry("armed", "Во взведённом состоянии"),
            Map.entry("unarmed", "Не приведён в боевое положение"),
            Map.entry("damaged", "Повреждён"),
            Map.entry("deteriorated", "Изношен или коррозирован"),
            Map.entry("no_fuze", "Без взрывателя"),
            Map.entry("unknown", "Неизвестно"),
            Map.entry("in_situ", "Уничтожен на месте"),
            Map.entry("removed", "Изъят для последующего уничтожения"),
            Map.entry("neutralised", "Обезврежен"),
            Map.entry("transferred", "Передан другому органу"));

    private RussianWords() {}
}
