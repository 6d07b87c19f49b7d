// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Scope;

/**
 * The one place that says what each endpoint asks for. An endpoint that does not stand here answers nobody.
 *
 * <p>An endpoint shows a narrower {@link Scope} only if it says that it keeps to it; to an account of a scope that it
 * cannot keep to, it does not answer at all.
 */
final class Endpoints {

    /** What an endpoint asks of whoever calls it. */
    sealed interface Need {}

    /** Nothing: it says nothing of any record. */
    record Nothing() implements Need {}

    /** That they signed in, whatever their role: it concerns only themselves. */
    record AnAccount() implements Need {}

    /**
     * A right.
     *
     * @param keepsTo the narrower scopes that it can keep to
     */
    record ARight(Right right, Set<Scope> keepsTo) implements Need {}

    /** The right of the register that the address names; of one register at least, where it names none. */
    record OfRegister() implements Need {}

    private static final Scope[] BOTH = {Scope.OWN_ORGANISATION, Scope.NAMED_DISTRICTS};

    /** What looking at something needs, by the pattern of the address as the controllers have it. */
    static final Map<String, Need> READING = reading();

    /** What sending something there needs. */
    static final Map<String, Need> SENDING = sending();

    /** What the key of a device sends to, as far as its account may. No other endpoint answers a key. */
    static final Set<String> SENDING_BY_KEY = Set.of("/api/reports");

    /** What the key of a device reads. */
    static final Set<String> READING_BY_KEY = Set.of("/api/submissions/{digest}");

    private Endpoints() {}

    private static Map<String, Need> sending() {
        var all = new LinkedHashMap<String, Need>();
        all.put("/sign-in", new Nothing());
        all.put("/sign-out", new Nothing());
        all.put("/sign-in/link/{secret}", new Nothing());
        all.put("/sign-in/code", new Nothing());
        all.put("/account/second-step", new AnAccount());
        all.put("/account/second-step/codes", new AnAccount());
        all.put("/account/second-step/off", new AnAccount());
        one(all, "/account/keys", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        all.put("/account/keys/{id}/revoke", new AnAccount());
        all.put("/account/elsewhere", new AnAccount());
        all.put("/account/elsewhere/off", new AnAccount());
        all.put("/sign-in/passkey", new Nothing());
        all.put("/sign-in/passkey/challenge", new Nothing());
        all.put("/account/passkeys", new AnAccount());
        all.put("/account/passkeys/made", new AnAccount());
        all.put("/account/passkeys/{id}/revoke", new AnAccount());
        for (var pattern : new String[] {
            "/accounts",
            "/accounts/{name}",
            "/accounts/{name}/disabled",
            "/accounts/{name}/link",
            "/accounts/{name}/sessions",
            "/accounts/{name}/second-step",
            "/accounts/{name}/elsewhere",
            "/accounts/{name}/keys",
            "/accounts/{name}/keys/{id}/revoke",
            "/accounts/{name}/passkeys/{id}/revoke"
        }) {
            one(all, pattern, Resource.ACCOUNT, Action.MANAGE);
        }
        one(all, "/administration/verify", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/change", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/change/{id}", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/text", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/code", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/organisations", Resource.NODE, Action.MANAGE);

        one(all, "/api/reports", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/enter/corrections", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/enter/{form}", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/enter/{form}/{draft}", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/enter/{form}/{draft}/outline", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/api/enter/positions", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        for (var pattern : new String[] {
            "/import",
            "/import/{id}/columns",
            "/import/{id}/again",
            "/import/{id}/fix/{ordinal}",
            "/import/{id}/take",
            "/import/{id}/discard",
            "/submissions/{digest}/undo"
        }) {
            one(all, pattern, Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        }
        one(all, "/reports/{id}/approve", Resource.REPORT, Action.SIGN, Scope.NAMED_DISTRICTS);
        one(all, "/reports/{id}/return", Resource.REPORT, Action.SIGN, Scope.NAMED_DISTRICTS);
        one(all, "/reports/{id}/withdraw", Resource.REPORT, Action.DECIDE, Scope.NAMED_DISTRICTS);
        one(all, "/reports/{id}/comments", Resource.REPORT, Action.COMMENT, BOTH);
        one(all, "/review/together", Resource.REPORT, Action.SIGN, Scope.NAMED_DISTRICTS);
        one(all, "/editions", Resource.EDITION, Action.SUBMIT);
        one(all, "/editions/{id}/sign", Resource.EDITION, Action.SIGN);
        one(all, "/land/cases/{claim}/{against}", Resource.LAND_CASE, Action.DECIDE, Scope.NAMED_DISTRICTS);
        one(all, "/land/alerts/{code}/reopen", Resource.ALERT, Action.DECIDE, Scope.NAMED_DISTRICTS);
        one(all, "/land/alerts/{code}/close", Resource.ALERT, Action.DECIDE, Scope.NAMED_DISTRICTS);
        one(all, "/statements/conflict", Resource.STATEMENT, Action.DECIDE);
        one(all, "/statements/import", Resource.STATEMENT, Action.SUBMIT);
        one(all, "/statements/extract", Resource.STATEMENT, Action.VIEW);
        one(all, "/statements/take", Resource.STATEMENT, Action.SUBMIT);
        return all;
    }

    private static Map<String, Need> reading() {
        var all = new LinkedHashMap<String, Need>();
        all.put("/assets/{name}", new Nothing());
        all.put("/", new Nothing());
        all.put("/sign-in", new Nothing());
        all.put("/sign-in/link/{secret}", new Nothing());
        all.put("/sign-in/code", new Nothing());
        all.put("/account", new AnAccount());
        all.put("/account/second-step", new AnAccount());
        all.put("/account/keys", new AnAccount());
        all.put("/account/elsewhere", new AnAccount());
        all.put("/account/passkeys", new AnAccount());
        all.put("/sign-in/elsewhere", new Nothing());

        page(all, "/bulletins/{week}", Resource.BULLETIN, Action.VIEW, BOTH);
        page(all, "/bulletins", Resource.BULLETIN, Action.VIEW, BOTH);
        page(all, "/figures/{name}", Resource.FIGURE, Action.VIEW, BOTH);
        page(all, "/figures/{name}/series", Resource.FIGURE, Action.VIEW, BOTH);
        one(all, "/api/figures/{name}/series.csv", Resource.FIGURE, Action.VIEW, BOTH);
        page(all, "/tables", Resource.BULLETIN, Action.VIEW);
        page(all, "/tables/{kind}", Resource.BULLETIN, Action.VIEW);
        one(all, "/api/tables/{kind}.xlsx", Resource.BULLETIN, Action.VIEW);
        one(all, "/api/tables/{kind}/{sheet}.csv", Resource.BULLETIN, Action.VIEW);
        page(all, "/editions", Resource.EDITION, Action.VIEW);
        page(all, "/editions/{id}", Resource.EDITION, Action.VIEW);
        one(all, "/editions/{id}/{document}", Resource.EDITION, Action.VIEW);
        one(all, "/public/{*key}", Resource.PUBLICATION, Action.VIEW);

        page(all, "/review", Resource.REPORT, Action.SIGN, Scope.NAMED_DISTRICTS);
        one(all, "/review/together", Resource.REPORT, Action.SIGN, Scope.NAMED_DISTRICTS);
        one(all, "/reports/{id}/withdraw", Resource.REPORT, Action.DECIDE, Scope.NAMED_DISTRICTS);
        page(all, "/reports", Resource.REPORT, Action.VIEW, BOTH);
        page(all, "/reports/{id}", Resource.REPORT, Action.VIEW, BOTH);
        one(all, "/api/reports/{id}/findings.geojson", Resource.REPORT, Action.VIEW, BOTH);
        one(all, "/reports/{id}/repaired.geojson", Resource.REPORT, Action.VIEW, BOTH);
        page(all, "/data-quality", Resource.REPORT, Action.VIEW, BOTH);
        one(all, "/data-quality/{finding}", Resource.REPORT, Action.VIEW, BOTH);
        page(all, "/submissions/{digest}", Resource.SUBMISSION, Action.VIEW, BOTH);
        one(all, "/submissions/{digest}/content", Resource.SUBMISSION, Action.DOWNLOAD, BOTH);

        one(all, "/enter", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/api/enter/settlements", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/enter/{form}", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/enter/{form}/{draft}", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        one(all, "/enter/{form}/{draft}/outline", Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        for (var pattern : new String[] {
            "/import",
            "/import/{id}",
            "/import/{id}/preview",
            "/import/{id}/fix/{ordinal}",
            "/import/{id}/bad.csv",
            "/import/{id}/bad.xlsx"
        }) {
            one(all, pattern, Resource.REPORT, Action.SUBMIT, Scope.OWN_ORGANISATION);
        }

        for (var pattern : new String[] {"/registers", "/registers/{name}", "/registers/{name}/{*key}"}) {
            all.put(pattern, new OfRegister());
            all.put("/api" + pattern, new OfRegister());
        }
        for (var ending : new String[] {".csv", ".xlsx", ".geojson"}) {
            all.put("/api/registers/{name}" + ending, new OfRegister());
        }

        all.put("/map", new OfRegister());
        all.put("/api/map", new OfRegister());
        all.put("/registers/{name}/map", new OfRegister());
        all.put("/tiles/{name}/{z}/{x}/{y}.mvt", new OfRegister());
        all.put("/api/map/around.geojson", new Nothing());
        all.put("/api/grid-reference", new Nothing());

        one(all, "/land", Resource.LAND_BALANCE, Action.VIEW, BOTH);
        one(all, "/api/land/balance", Resource.LAND_BALANCE, Action.VIEW, BOTH);
        page(all, "/land/declared", Resource.LAND_BALANCE, Action.VIEW, BOTH);
        page(all, "/land/hazards", Resource.HAZARDOUS_AREA, Action.VIEW, BOTH);
        page(all, "/land/hazards/{code}", Resource.HAZARDOUS_AREA, Action.VIEW, BOTH);
        one(all, "/api/land/pieces.geojson", Resource.HAZARDOUS_AREA, Action.VIEW, Scope.NAMED_DISTRICTS);
        page(all, "/land/history", Resource.LAND_HISTORY, Action.VIEW, Scope.NAMED_DISTRICTS);
        one(all, "/api/land/effects/{id}", Resource.LAND_HISTORY, Action.VIEW, Scope.NAMED_DISTRICTS);
        page(all, "/land/cases", Resource.LAND_CASE, Action.VIEW, Scope.NAMED_DISTRICTS);
        one(all, "/land/cases/{claim}/{against}", Resource.LAND_CASE, Action.VIEW, Scope.NAMED_DISTRICTS);
        one(all, "/api/land/leads", Resource.LEAD, Action.VIEW, Scope.NAMED_DISTRICTS);
        page(all, "/land/alerts", Resource.ALERT, Action.VIEW, Scope.NAMED_DISTRICTS);
        one(all, "/land/alerts/{code}", Resource.ALERT, Action.VIEW, Scope.NAMED_DISTRICTS);
        page(all, "/land/visits", Resource.VISIT, Action.VIEW, Scope.NAMED_DISTRICTS);
        page(all, "/land/overdue", Resource.VISIT, Action.VIEW, Scope.NAMED_DISTRICTS);

        page(all, "/land/certificates/{id}", Resource.CERTIFICATE, Action.VIEW, Scope.NAMED_DISTRICTS);
        page(all, "/land/completions/{id}", Resource.CERTIFICATE, Action.VIEW, Scope.NAMED_DISTRICTS);
        page(all, "/land/verify", Resource.CERTIFICATE, Action.CHECK);
        page(all, "/organisations/accreditations", Resource.ACCREDITATION, Action.VIEW, Scope.OWN_ORGANISATION);

        page(all, "/statements", Resource.STATEMENT, Action.VIEW);
        page(all, "/statements/conflicts", Resource.STATEMENT, Action.VIEW);
        page(all, "/statements/conflict", Resource.STATEMENT, Action.VIEW);
        page(all, "/statements/series", Resource.STATEMENT, Action.VIEW);
        one(all, "/api/statements/series.csv", Resource.STATEMENT, Action.VIEW);
        page(all, "/statements/compare", Resource.STATEMENT, Action.VIEW);
        one(all, "/statements/import", Resource.STATEMENT, Action.SUBMIT);
        one(all, "/statements/extract", Resource.STATEMENT, Action.VIEW);
        page(all, "/statements/{number}", Resource.STATEMENT, Action.VIEW);
        one(all, "/statements/files/{digest}", Resource.STATEMENT, Action.VIEW);

        page(all, "/accounts", Resource.ACCOUNT, Action.VIEW);
        page(all, "/accounts/events", Resource.ACCESS_LOG, Action.VIEW);
        page(all, "/accounts/{name}", Resource.ACCOUNT, Action.VIEW);
        one(all, "/accounts/{name}/keys", Resource.ACCOUNT, Action.VIEW);
        one(all, "/accounts/{name}/passkeys", Resource.ACCOUNT, Action.VIEW);
        page(all, "/administration", Resource.NODE, Action.VIEW);
        one(all, "/administration/pack", Resource.NODE, Action.VIEW);
        one(all, "/administration/pack/codes", Resource.NODE, Action.VIEW);
        one(all, "/administration/pack/forms", Resource.NODE, Action.VIEW);
        one(all, "/administration/pack/organisations", Resource.NODE, Action.VIEW);
        one(all, "/administration/pack/download", Resource.NODE, Action.VIEW);
        one(all, "/administration/pack/change", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/change/{id}", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/text", Resource.NODE, Action.MANAGE);
        one(all, "/administration/pack/code", Resource.NODE, Action.MANAGE);
        return all;
    }

    /** A page and its JSON under {@code /api}. */
    private static void page(
            Map<String, Need> all, String pattern, Resource resource, Action action, Scope... keepsTo) {
        one(all, pattern, resource, action, keepsTo);
        one(all, "/api" + pattern, resource, action, keepsTo);
    }

    private static void one(Map<String, Need> all, String pattern, Resource resource, Action action, Scope... keepsTo) {
        var narrower = EnumSet.noneOf(Scope.class);
        narrower.addAll(Set.of(keepsTo));
        if (all.put(pattern, new ARight(new Right(resource, action), narrower)) != null) {
            throw new IllegalStateException(pattern + " stands here twice");
        }
    }
}
