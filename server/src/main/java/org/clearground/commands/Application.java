// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.accreditation.AccreditationReport;
import org.clearground.accreditation.AccreditationRules;
import org.clearground.accreditation.store.AccreditationRegister;
import org.clearground.administration.store.Backups;
import org.clearground.administration.store.PackAdoption;
import org.clearground.administration.store.PackCheck;
import org.clearground.administration.store.StoreVerification;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.EditionKey;
import org.clearground.bulletins.store.Editions;
import org.clearground.errors.ProblemException;
import org.clearground.geo.GroundShape;
import org.clearground.land.Borders;
import org.clearground.land.LandActKind;
import org.clearground.land.LandReport;
import org.clearground.land.LandRules;
import org.clearground.land.forms.PackLand;
import org.clearground.land.store.AlertDecisions;
import org.clearground.land.store.AlertReopening;
import org.clearground.land.store.ClaimDecisions;
import org.clearground.land.store.LandRegister;
import org.clearground.land.store.LeadRegister;
import org.clearground.land.store.StageOneChecks;
import org.clearground.land.store.VisitRegister;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.Projection;
import org.clearground.ledger.Rebuild;
import org.clearground.operations.store.ActivityRegister;
import org.clearground.operations.store.FindRegister;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.Pack;
import org.clearground.packs.PackSource;
import org.clearground.packs.Packs;
import org.clearground.packs.Words;
import org.clearground.places.Gazetteer;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reconciliation.store.Settlements;
import org.clearground.reports.FieldReport;
import org.clearground.reports.FormRules;
import org.clearground.reports.NationalParameters;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.ProgressRules;
import org.clearground.reports.ReportChecks;
import org.clearground.reports.ReportId;
import org.clearground.reports.forms.CountryWords;
import org.clearground.reports.forms.PackParameters;
import org.clearground.reports.store.Comments;
import org.clearground.reports.store.CommonRulebook;
import org.clearground.reports.store.Country;
import org.clearground.reports.store.FileCheck;
import org.clearground.reports.store.Intake;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportImport;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.ReportRegisters;
import org.clearground.reports.store.ReportStore;
import org.clearground.reports.store.Rulebook;
import org.clearground.reports.store.StoreCheck;
import org.clearground.reports.store.TypedReports;
import org.clearground.statements.store.StatementImport;
import org.clearground.statements.store.StatementRegister;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Serving;
import org.clearground.web.Site;
import org.jspecify.annotations.Nullable;

/** Everything behind the commands, wired by hand over one open store. The one place with a clock. */
public final class Application implements AutoCloseable {

    private static final String SPOT_TASK = "spot-task";

    private final Store store;
    private final Clock clock = Clock.systemUTC();
    private final Ledger ledger = new Ledger(clock);
    private final Packs packs = new Packs(ledger);
    private final ReportRegisters registers = (transaction, much) -> List.of(
            new ActivityRegister(
                    transaction, () -> PackParameters.activityResults(packs.remembered(transaction)), much),
            new FindRegister(transaction, much),
            new AccreditationRegister(transaction),
            new StageOneChecks(
                    transaction,
                    () -> PackLand.of(packs.remembered(transaction)).clearance(),
                    () -> PackParameters.accreditationRequired(packs.remembered(transaction))),
            landRegister(transaction),
            new LeadRegister(transaction, () -> PackLand.of(packs.remembered(transaction))),
            new VisitRegister(transaction));
    private final AccountWarrants warrants = new AccountWarrants(clock);
    private final ReportStore reports = new ReportStore(registers, this::offices);
    private final ClaimDecisions claims;
    private final AlertDecisions alerts;
    private final Editions editions;
    private final StatementRegister statements = new StatementRegister();
    private final Settlements settlements;
    private final List<Projection> projections;

    private @Nullable BordersOfPack borders;
    private @Nullable CountryOfPack country;
    private @Nullable OutsideIssuer issuer;

    private Application(Store store) {
        this.store = store;
        this.claims = new ClaimDecisions(store, ledger, this::landRegister, warrants);
        this.alerts = new AlertDecisions(store, ledger, warrants);
        this.editions = new Editions(store, ledger, new CountryWords()::in, warrants, editionKey());
        this.settlements = new Settlements(store, ledger, warrants::require);
        this.projections = List.of(
                packs,
                new PlaceRegister(),
                new OrganisationRegister(),
                reports,
                claims,
                alerts,
                editions,
                statements,
                settlements);
    }

    public static Application open(Path directory) {
        var application = new Application(Store.open(directory));
        application.rebuild().runIfDue(System.err::println);
        return application;
    }

    /** Makes a store and puts a pack in force. */
    public static Application create(Path directory, String packName, String actor) {
        var pack = PackSource.find(packName);
        PackCheck.require(pack);
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

    /**
     * Puts a pack in force from now on, unless it is already.
     *
     * @return whether it was not
     */
    public boolean adopt(String packName, String actor) {
        return packAdoption().adopt(PackSource.find(packName), null, actor);
    }

    /** Packs put in force, by commands and by pages. */
    public PackAdoption packAdoption() {
        return new PackAdoption(store, ledger, packs, () -> projections);
    }

    public Store store() {
        return store;
    }

    public Clock clock() {
        return clock;
    }

    public ReportImport reportImport() {
        return new ReportImport(store, ledger, registers, rulebook(), this::offices, warrants, clock);
    }

    /** Checks files beside the store as it is now. */
    FileCheck fileCheck(Country country) {
        return new FileCheck(country, rulebook(), registers, clock.instant());
    }

    StoreCheck storeCheck(Country country, boolean pictured) {
        var today = clock.instant().atZone(country.pack().zone()).toLocalDate();
        return new StoreCheck(country, rulebook(), today, pictured);
    }

    /** The rules of each form, with those that every report is checked by behind them. */
    private Rulebook rulebook() {
        return new CommonRulebook(this::rules);
    }

    private LandRegister landRegister(Transaction transaction) {
        return new LandRegister(
                transaction, () -> PackLand.of(packs.remembered(transaction)), () -> borders(transaction));
    }

    /** The offices that must sign a report, none where one signature of anybody is enough. */
    List<String> officesOf(String form, ReportId id) {
        return store.read(transaction -> offices(
                transaction,
                form,
                new ReportQueries(transaction).find(id).orElseThrow().report()));
    }

    /** Who signs for what a report does to land, or accredits. */
    private List<String> offices(Transaction transaction, String form, FieldReport report) {
        if (form.equals(AccreditationReport.FORM)) {
            return List.of(LandActKind.Decider.AUTHORITY.name());
        }
        if (!LandReport.FORMS.contains(form)) {
            return List.of();
        }
        return LandReport.offices(
                        form, report, PackLand.of(packs.remembered(transaction)).clearance())
                .stream()
                .map(Enum::name)
                .toList();
    }

    /** The districts' borders of the pack in force, made ready once; only the one writer uses them. */
    private Borders borders(Transaction transaction) {
        var files = Packs.filesInForce(transaction);
        if (borders == null || !borders.files().equals(files)) {
            var shapes = new LinkedHashMap<String, GroundShape>();
            PlaceRegister.gazetteer(transaction)
                    .listDistricts()
                    .forEach(district -> shapes.put(district.code(), district.shape()));
            borders = new BordersOfPack(files, new Borders(shapes));
        }
        return borders.borders();
    }

    private record BordersOfPack(String files, Borders borders) {}

    private FormRules rules(Pack pack, String form, Gazetteer places, NationalParameters parameters, LocalDate today) {
        var checks = new ReportChecks(places, parameters, today);
        return switch (form) {
            case ProgressReport.FORM, SPOT_TASK -> new ProgressRules(places, parameters, today);
            case AccreditationReport.FORM -> new AccreditationRules();
            default -> new LandRules(form, checks, PackLand.of(pack).clearance(), today);
        };
    }

    public ReportDecisions decisions() {
        return new ReportDecisions(store, ledger, reports, this::offices, warrants);
    }

    public Comments comments() {
        return new Comments(store, ledger, reports);
    }

    public ClaimDecisions claimDecisions() {
        return claims;
    }

    public AlertDecisions alertDecisions() {
        return alerts;
    }

    /** The key with which editions are signed, in the folder {@code keys} beside the store. */
    public EditionKey editionKey() {
        return new EditionKey(store.directory().resolve("keys"));
    }

    public Editions editions() {
        return editions;
    }

    /** Takes tables of what others published in. */
    public StatementImport statementImport() {
        return new StatementImport(
                store,
                ledger,
                statements,
                () -> store.read(
                        transaction -> OrganisationRegister.all(transaction).values()));
    }

    Settlements settlements() {
        return settlements;
    }

    AlertReopening alertReopening() {
        return new AlertReopening(store, new TypedReports(store, intake()), decisions(), alerts);
    }

    public Rebuild rebuild() {
        return new Rebuild(store, projections);
    }

    public StoreVerification verification() {
        return new StoreVerification(store, clock, rebuild());
    }

    public Backups backups() {
        return new Backups(store, clock);
    }

    /** What reports are read and checked by, made once for as long as the pack stays the same. */
    public synchronized Country country() {
        return store.read(transaction -> {
            var files = Packs.filesInForce(transaction);
            var known = country;
            if (known == null || !known.files().equals(files)) {
                known = new CountryOfPack(
                        files,
                        new Country(
                                packs.remembered(transaction),
                                PlaceRegister.gazetteer(transaction),
                                OrganisationRegister.all(transaction)));
                country = known;
            }
            return known.country();
        });
    }

    private record CountryOfPack(String files, Country country) {}

    /** What pages take reports in by. */
    private Intake intake() {
        return new Intake(reportImport(), decisions(), this::country, this::fileCheck);
    }

    /** Lets people sign in at an issuer outside as well, on a site that is started after this. */
    public void signInAt(OutsideIssuer issuer) {
        this.issuer = issuer;
    }

    /** Starts the site of this store, with what its pages act by; whatever they only read, they read from the store. */
    public Site serve(Serving serving) {
        var means = new ArrayList<Object>(List.of(
                intake(),
                decisions(),
                comments(),
                claims,
                alerts,
                alertReopening(),
                editions,
                settlements,
                statementImport(),
                packAdoption(),
                verification()));
        if (issuer != null) {
            means.add(issuer);
        }
        return Site.start(store, clock, serving, means.toArray());
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
