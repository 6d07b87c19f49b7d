// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clearground.bulletins.print.Wording;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.Projection;
import org.clearground.ledger.Rebuild;
import org.clearground.operations.store.ActivityRegister;
import org.clearground.operations.store.FindRegister;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.PackSource;
import org.clearground.packs.Packs;
import org.clearground.packs.Words;
import org.clearground.places.Gazetteer;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.FormRules;
import org.clearground.reports.NationalParameters;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.ProgressRules;
import org.clearground.reports.forms.CountryWords;
import org.clearground.reports.forms.PackParameters;
import org.clearground.reports.store.CommonRulebook;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportImport;
import org.clearground.reports.store.ReportRegisters;
import org.clearground.reports.store.ReportStore;
import org.clearground.reports.store.Rulebook;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;

/** Everything behind the commands, wired by hand over one open store. The one place with a clock. */
public final class Application implements AutoCloseable {

    private final Store store;
    private final Clock clock = Clock.systemUTC();
    private final Ledger ledger = new Ledger(clock);
    private final Packs packs = new Packs(ledger);
    private final ReportRegisters registers = (transaction, much) -> List.of(
            new ActivityRegister(
                    transaction, () -> PackParameters.activityResults(packs.remembered(transaction)), much),
            new FindRegister(transaction, much));
    private final ReportStore reports = new ReportStore(registers);
    private final List<Projection> projections =
            List.of(packs, new PlaceRegister(), new OrganisationRegister(), reports);

    private Application(Store store) {
        this.store = store;
    }

    public static Application open(Path directory) {
        return new Application(Store.open(directory));
    }

    /** Makes a store and puts a pack in force. */
    public static Application create(Path directory, String packName, String actor) {
        var pack = PackSource.find(packName);
        var ledger = new Ledger(Clock.systemUTC());
        var packs = new Packs(ledger);
        return new Application(Store.create(directory, transaction -> {
            Ledger.begin(transaction);
            var entry = packs.adopt(transaction, pack, ledger.moment(transaction), actor);
            for (var projection : List.of(packs, new PlaceRegister(), new OrganisationRegister())) {
                projection.apply(transaction, entry);
            }
        }));
    }

    public Store store() {
        return store;
    }

    public Clock clock() {
        return clock;
    }

    public ReportImport reportImport() {
        return new ReportImport(store, ledger, registers, rulebook(), clock);
    }

    static Rulebook rulebook() {
        return new CommonRulebook(Application::rules);
    }

    private static FormRules rules(String form, Gazetteer places, NationalParameters parameters, LocalDate today) {
        return switch (form) {
            case ProgressReport.FORM -> new ProgressRules(places, parameters, today);
            default -> (read, written, sender) -> read;
        };
    }

    public ReportDecisions decisions() {
        return new ReportDecisions(store, ledger, reports);
    }

    public Rebuild rebuild() {
        return new Rebuild(store, projections);
    }

    /** What reports are read and checked by. */
    public ReportImport.Country country() {
        return store.read(transaction -> new ReportImport.Country(
                packs.remembered(transaction),
                PlaceRegister.gazetteer(transaction),
                OrganisationRegister.all(transaction)));
    }

    /**
     * The words of a language.
     *
     * @throws ProblemException if the pack does not speak it
     */
    public static Wording wording(Transaction transaction, String language) {
        return new Wording(new CountryWords().in(transaction, language));
    }

    /** The country's words in a language, by which findings are told. */
    static Words words(Transaction transaction, String language) {
        return new CountryWords().in(transaction, language);
    }

    @Override
    public void close() {
        store.close();
    }
}
