// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a password must be, and how it is kept: bcrypt, with its name before it so that another way may follow. */
public final class Passwords {

    public static final int LEAST_CHARACTERS = 12;

    /** More bytes bcrypt does not look at. */
    public static final int MOST_BYTES = 72;

    private static final String WAY = "bcrypt";
    private static final int WORK = 12;
    private static final PasswordEncoder ENCODER =
            new DelegatingPasswordEncoder(WAY, Map.of(WAY, new BCryptPasswordEncoder(WORK)));

    /** Compared with where there is no account or it has no password, so that this takes as long. */
    private static final String NOBODYS = ENCODER.encode("nobody has this password");

    private Passwords() {}

    /**
     * The password as it is kept.
     *
     * @throws ProblemException if it is too short, too long, or the name of the account
     */
    static String hashed(String account, String password) {
        int characters = password.codePointCount(0, password.length());
        if (characters < LEAST_CHARACTERS || isTooLong(password)) {
            throw wrong("a password has at least " + LEAST_CHARACTERS + " characters and at most " + MOST_BYTES
                    + " bytes; this one has " + characters + " characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(account)
                || password.codePoints().distinct().count() < 5) {
            throw wrong("this password is easily guessed; use several words that are not the account's name");
        }
        return ENCODER.encode(password);
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }

    static boolean isTooLong(String password) {
        return password.length() > MOST_BYTES || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** Whether it is the one kept; takes as long where none is. */
    static boolean matches(String password, @Nullable String kept) {
        if (isTooLong(password)) {
            return false;
        }
        return ENCODER.matches(password, kept == null ? NOBODYS : kept) && kept != null;
    }
}
