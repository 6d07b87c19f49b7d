// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.time.Instant;
import java.util.List;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.AccountDescription;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.DeviceKeys;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of accounts show. For them only. */
public final class AccountPages {

    private AccountPages() {}

    /**
     * Where somebody signs in.
     *
     * @param next where they wanted to; empty if nowhere
     * @param wrong why they are asked again; null the first time
     * @param accounts whether anybody could
     */
    public record SignInPage(FormToken token, String next, @Nullable String wrong, boolean accounts, Frame frame) {}

    /**
     * Where a code is asked for, behind the password.
     *
     * @param wrong why they are asked again; null the first time
     */
    public record CodePage(FormToken token, @Nullable String wrong, Frame frame) {}

    /**
     * Where a password is set.
     *
     * @param account null where it makes the first administrator
     * @param wrong a sentence in English on what was typed before; null the first time
     */
    public record LinkPage(FormToken token, @Nullable String account, @Nullable String wrong, Frame frame) {}

    /**
     * Who signed in.
     *
     * @param keys whether they have keys of devices or may make one
     */
    public record AccountPage(FormToken token, Account account, boolean secondStep, boolean keys, Frame frame) {}

    /**
     * One's own second step.
     *
     * @param asked whether it is switched on
     * @param left recovery codes that were not used yet
     * @param recoveryCodes given just now, shown this once; else empty
     * @param offer what a telephone takes over; null where it is on already
     * @param wrong whether the code typed before was not right
     */
    public record SecondStepPage(
            FormToken token,
            boolean asked,
            int left,
            List<String> recoveryCodes,
            @Nullable Offer offer,
            boolean wrong,
            Frame frame) {}

    /**
     * A secret for a telephone.
     *
     * @param secret in groups of four letters
     */
    public record Offer(String secret, String address, QrPicture picture) {}

    /**
     * The keys of an account's devices.
     *
     * @param base address under which the account stands
     * @param token null for who may not change them
     * @param mayMake whether another may be made
     * @param made just now, shown this once; null where none was
     * @param device filled in
     * @param until filled in, as a day
     * @param wrong a sentence in English on why nothing was made; null where nothing was refused
     */
    public record KeysPage(
            String base,
            String account,
            @Nullable FormToken token,
            boolean mayMake,
            List<DeviceKeys.Kept> keys,
            @Nullable NewKey made,
            String device,
            String until,
            @Nullable String wrong,
            Instant now,
            Frame frame) {}

    /** A key on its way to a device. */
    public record NewKey(String device, String text, QrPicture picture) {}

    /**
     * A form in which an account is described.
     *
     * @param filled what stands in it
     * @param organisations codes, by name
     * @param districts codes, by name
     */
    public record Form(
            FormToken token,
            AccountDescription filled,
            List<Role> roles,
            List<String> organisations,
            List<String> districts) {}

    /**
     * All accounts.
     *
     * @param form for another one; null for who may not give any
     * @param wrong a sentence in English on what was typed before; null the first time
     */
    public record ListPage(List<Accounts.Kept> accounts, @Nullable Form form, @Nullable String wrong, Frame frame) {}

    /**
     * One account.
     *
     * @param keys whether it has keys of devices or may have one
     * @param events the latest that concern it or that it brought about
     * @param form null for who may not change it
     * @param wrong a sentence in English on why nothing was changed; null where nothing was refused
     * @param link given just now, shown this once; null where none was
     */
    public record KeptPage(
            Accounts.Kept kept,
            boolean secondStep,
            boolean keys,
            List<AccessEvent> events,
            @Nullable Form form,
            @Nullable String wrong,
            @Nullable String link,
            Frame frame) {}

    /** What happened at the door. */
    public record EventPage(List<AccessEvent> events, Frame frame) {}
}
