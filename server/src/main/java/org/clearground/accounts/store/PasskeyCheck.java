// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether what a passkey sent is an answer to what this site asked. The checks are those of the library (WebAuthn 7.1 and
 * 7.2): challenge, origin, name of the site, that somebody was there and was verified, signature, counter. Texts are
 * base64url without padding, as browsers send them.
 *
 * <p>Whose make a device is is not asked for (attestation {@code none}): any may be used.
 */
public final class PasskeyCheck {

    /** Ways of signing that are taken, as COSE numbers them, the preferred first. */
    public static final List<Long> ALGORITHMS = List.of(
            COSEAlgorithmIdentifier.ES256.getValue(),
            COSEAlgorithmIdentifier.EdDSA.getValue(),
            COSEAlgorithmIdentifier.RS256.getValue());

    private static final int CHALLENGE_BYTES = 32;
    private static final int LONGEST_CREDENTIAL_ID = 1023;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final WebAuthnManager LIBRARY = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    private static final AttestedCredentialDataConverter CREDENTIALS = new AttestedCredentialDataConverter(CONVERTER);
    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    private PasskeyCheck() {}

    /**
     * What a passkey was asked to sign.
     *
     * @param challenge random, used once
     * @param host name of this site as the browser called it, without a port
     * @param origin at which its pages are, such as {@code https://NAME}
     */
    public record Asked(String challenge, String host, String origin) {}

    /** What a device sends when a passkey is made. */
    public record Made(String attestation, String client) {}

    /**
     * What a device sends when a passkey signs.
     *
     * @param id of the credential
     * @param user the handle of the account that the device has it for
     */
    public record Signed(String id, String user, String authenticator, String client, String signature) {}

    /** What is kept of a new passkey. */
    record Credential(String id, String data, boolean backupEligible, long counter) {}

    /** What becomes of a signature. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** The counter did not go on: somebody may have copied it. */
        COUNTER_WENT_BACK
    }

    /**
     * @param verdict on the signature
     * @param counter that the device says now; 0 where it does not count
     */
    record Signature(Verdict verdict, long counter) {}

    public static String newChallenge() {
        return written(random(CHALLENGE_BYTES));
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String written) {
        return Base64.getUrlDecoder().decode(written);
    }

    /** The passkey that was made; empty if it is no answer to what was asked. */
    static Optional<Credential> made(Asked asked, Made made) {
        try {
            var data = LIBRARY.verify(
                    new RegistrationRequest(bytes(made.attestation()), bytes(made.client())),
                    new RegistrationParameters(property(asked), PARAMETERS, true, true));
            var attested = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = attested.getAttestedCredentialData();
            return credential == null || credential.getCredentialId().length > LONGEST_CREDENTIAL_ID
                    ? Optional.empty()
                    : Optional.of(new Credential(
                            written(credential.getCredentialId()),
                            written(CREDENTIALS.convert(credential)),
                            attested.isFlagBE(),
                            attested.getSignCount()));
        } catch (RuntimeException unfit) {
            return Optional.empty(); // whatever a stranger's bytes make the library throw, they are no answer
        }
    }

    /** Whether a passkey signed what was asked. */
    static Signature signed(Asked asked, Signed signed, Passkeys.Kept kept) {
        try {
            var record = new CredentialRecordImpl(
                    null,
                    true,
                    kept.backupEligible(),
                    null,
                    kept.counter(),
                    CREDENTIALS.convert(bytes(kept.credential())),
                    null,
                    null,
                    null,
                    null);
            var data = LIBRARY.verify(
                    new AuthenticationRequest(
                            bytes(signed.id()),
                            bytes(signed.user()),
                            bytes(signed.authenticator()),
                            bytes(signed.client()),
                            bytes(signed.signature())),
                    new AuthenticationParameters(
                            property(asked), record, List.of(bytes(kept.credentialId())), true, true));
            return new Signature(
                    Verdict.RIGHT,
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (MaliciousCounterValueException wentBack) {
            return new Signature(Verdict.COUNTER_WENT_BACK, 0);
        } catch (RuntimeException unfit) {
            return new Signature(Verdict.WRONG, 0);
        }
    }

    private static ServerProperty property(Asked asked) {
        return ServerProperty.builder()
                .origin(Origin.create(asked.origin()))
                .rpId(asked.host())
                .challenge(new DefaultChallenge(asked.challenge()))
                .build();
    }
}
