// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.web.Serving;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;

/**
 * The issuer outside at which people may sign in, where whoever serves the site named one. It is asked what it is when
 * somebody wants to sign in, not when the site starts: without it, everything else goes on.
 */
@Component
final class Issuer {

    /** Where the way to the issuer begins, and where it leads back to. Both are Spring Security's filters. */
    static final String TO_IT = "/sign-in/at";

    static final String FROM_IT = "/sign-in/from";

    /** By which the filters know it; there is one. */
    static final String ID = "issuer";

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    /** After it was asked in vain. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Optional<OutsideIssuer> named;
    private final boolean encrypted;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile Instant notBefore = Instant.MIN;

    Issuer(ObjectProvider<OutsideIssuer> named, Serving serving, Clock clock) {
        this.named = Optional.ofNullable(named.getIfAvailable());
        this.encrypted = serving.encrypted();
        this.clock = clock;
    }

    /** What is known of it once it was asked. */
    record Known(
            ClientRegistration registration,
            JwtDecoder decoder,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens) {}

    /** As whoever serves the site named it. */
    Optional<OutsideIssuer> named() {
        return named;
    }

    /** What is known of it; empty while it cannot be reached. Asks at most one at a time, and not again at once. */
    Optional<Known> known() {
        if (known != null || named.isEmpty() || clock.instant().isBefore(notBefore) || !asking.tryLock()) {
            return Optional.ofNullable(known);
        }
        try {
            if (known == null) {
                known = ask(named.get());
            }
        } catch (IOException | IllegalArgumentException unusable) {
            notBefore = clock.instant().plus(PAUSE);
            LOG.warn("the issuer {} cannot be used now: {}", named.get(), unusable.getMessage());
        } finally {
            asking.unlock();
        }
        return Optional.ofNullable(known);
    }

    private Known ask(OutsideIssuer issuer) throws IOException {
        var channel = new IssuerChannel(issuer);
        var said = channel.discover();
        if (!issuer.issuer().equals(said.get("issuer"))) {
            throw new IOException("it calls itself otherwise than it was named");
        }
        var registration = ClientRegistration.withRegistrationId(ID)
                .clientId(issuer.client())
                .clientSecret(issuer.secret())
                .clientName(issuer.name())
                .clientAuthenticationMethod(authentication(said))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri((encrypted ? "https" : "http") + "://{baseHost}{basePort}" + FROM_IT + "/" + ID)
                .scope(OidcScopes.OPENID)
                .issuerUri(issuer.issuer())
                .authorizationUri(address(said, "authorization_endpoint").toString())
                .tokenUri(address(said, "token_endpoint").toString())
                .jwkSetUri(address(said, "jwks_uri").toString())
                .userNameAttributeName("sub")
                .build();
        var decoder = channel.keysAt(address(said, "jwks_uri"), algorithms(said));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(registration))));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return new Known(registration, decoder, channel.tokensAt(address(said, "token_endpoint")));
    }

    private static URI address(Map<String, Object> said, String member) throws IOException {
        var address = said.get(member) instanceof String text ? OutsideIssuer.address(text) : null;
        if (address == null || !OutsideIssuer.isFit(address)) {
            throw new IOException("its " + member + " is no address with https");
        }
        return address;
    }

    private static ClientAuthenticationMethod authentication(Map<String, Object> said) {
        return said.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
                        && !methods.contains("client_secret_basic")
                        && methods.contains("client_secret_post")
                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }

    /** Those by which it may sign; signatures only, so that nobody signs with what it publishes. */
    private static EnumSet<SignatureAlgorithm> algorithms(Map<String, Object> said) throws IOException {
        var algorithms = EnumSet.noneOf(SignatureAlgorithm.class);
        if (said.get("id_token_signing_alg_values_supported") instanceof List<?> names) {
            for (var name : names) {
                var algorithm = SignatureAlgorithm.from(String.valueOf(name));
                if (algorithm != null) {
                    algorithms.add(algorithm);
                }
            }
        }
        if (algorithms.isEmpty()) {
            throw new IOException("it signs in no way that is known here");
        }
        return algorithms;
    }
}
