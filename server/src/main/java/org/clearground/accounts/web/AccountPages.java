// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.util.List;
import org.clearground.access.Account;
import org.clearground.accounts.store.AccessEvent;
import org.clearground.accounts.store.Accounts;
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
     * Where a password is set.
     *
     * @param account null where it makes the first administrator
     * @param wrong a sentence in English on what was typed before; null the first time
     */
    public record LinkPage(FormToken token, @Nullable String account, @Nullable String wrong, Frame frame) {}

    /** Who signed in. */
    public record AccountPage(FormToken token, Account account, Frame frame) {}

    /** All accounts. */
    public record ListPage(List<Accounts.Kept> accounts, Frame frame) {}

    /** What happened at the door. */
    public record EventPage(List<AccessEvent> events, Frame frame) {}
}
