// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.AccountDescription;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.DeviceKeys;
import org.clearground.accounts.store.Elsewhere;
import org.clearground.accounts.store.Passkeys;
import org.clearground.web.Address;
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
     * @param elsewhere what people call the issuer at which they may sign in too; null where there is none
     * @param reachable whether it can be reached now
     * @param passkeys whether a passkey may be used under the name by which the site was called
     * @param byName where it would be called by a name, if somebody has a passkey and cannot use it here; else null
     */
    public record SignInPage(
            FormToken token,
            String next,
            @Nullable String wrong,
            boolean accounts,
            @Nullable String elsewhere,
            boolean reachable,
            boolean passkeys,
            @Nullable String byName,
            Frame frame) {

        /** Where the way there begins. */
        public String there() {
            return new Address("/sign-in/elsewhere", Map.of())
                    .with("next", next.isEmpty() ? null : next)
                    .with("lang", frame.words().language())
                    .toString();
        }
    }

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
     * @param elsewhere whether they sign in at an issuer, or could
     */
    public record AccountPage(
            FormToken token, Account account, boolean secondStep, boolean keys, boolean elsewhere, Frame frame) {}

    /**
     * Where somebody links their account with the issuer outside.
     *
     * @param place what people call it; null where there is none
     * @param underWay whether they have set out to link it
     * @param codeAsked whether a code is asked for before that
     * @param wrong why nothing was changed; null where nothing was refused
     */
    public record ElsewherePage(
            FormToken token,
            @Nullable String place,
            List<Elsewhere.Link> links,
            boolean underWay,
            boolean codeAsked,
            @Nullable String wrong,
            Frame frame) {}

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
     * @param codeAsked whether a code of whoever makes it is asked for before that
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
            boolean codeAsked,
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
     * The passkeys of an account.
     *
     * @param base address under which the account stands
     * @param token null for who may not change them
     * @param own whether it is one's own account: nobody adds a passkey to another's
     * @param passwordAsked whether the password is asked for before one is added
     * @param codeAsked whether a code is, too
     * @param name filled in
     * @param making under way, until the device has confirmed it; null where none is
     * @param byName where the site would be called by a name, if it was called by a number; else null
     * @param wrong why nothing was changed; null where nothing was refused
     */
    public record PasskeysPage(
            String base,
            String account,
            @Nullable FormToken token,
            boolean own,
            boolean passwordAsked,
            boolean codeAsked,
            List<Passkeys.Kept> passkeys,
            String name,
            @Nullable NewPasskey making,
            @Nullable String byName,
            @Nullable Wrong wrong,
            Frame frame) {}

    /**
     * A passkey that a device is to make.
     *
     * @param challenge base64url, as is the handle
     * @param host name of this site
     * @param known credentials that the account has already, with blanks between
     * @param algorithms that are taken, as COSE numbers them, with blanks between
     */
    public record NewPasskey(
            String name, String challenge, String host, String handle, String known, String algorithms) {}

    /**
     * Why something was refused.
     *
     * @param language of the sentence; null for that of the page
     */
    public record Wrong(String sentence, @Nullable String language) {}

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
     * @param links who it is at issuers outside
     * @param events the latest that concern it or that it brought about
     * @param form null for who may not change it
     * @param wrong a sentence in English on why nothing was changed; null where nothing was refused
     * @param link given just now, shown this once; null where none was
     */
    public record KeptPage(
            Accounts.Kept kept,
            boolean secondStep,
            boolean keys,
            List<Elsewhere.Link> links,
            List<AccessEvent> events,
            @Nullable Form form,
            @Nullable String wrong,
            @Nullable String link,
            Frame frame) {}

    /** What happened at the door. */
    public record EventPage(List<AccessEvent> events, Frame frame) {}
}
