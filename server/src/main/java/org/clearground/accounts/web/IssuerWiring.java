// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Spring Security's filters for signing in at an issuer, where whoever serves the site named one. */
@Configuration(proxyBeanMethods = false)
class IssuerWiring {

    @Bean
    static ClientRegistrationRepository registrations(Issuer issuer) {
        return id -> id.equals(Issuer.ID)
                ? issuer.known().map(Issuer.Known::registration).orElse(null)
                : null;
    }

    @Bean
    static JwtDecoderFactory<ClientRegistration> decoders(Issuer issuer) {
        return registration -> known(issuer).decoder();
    }

    private static Issuer.Known known(Issuer issuer) {
        return issuer.known().orElseThrow(() -> new IllegalStateException("an issuer is forgotten that was known"));
    }

    /** Adds the way to the issuer and back; nothing where none was named. */
    static void add(HttpSecurity http, Issuer issuer, Arrival arrival, ClientRegistrationRepository registrations)
            throws Exception {
        if (issuer.named().isEmpty()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(way -> way.authorizationRequestResolver(new ToTheIssuer(issuer, registrations)))
                .redirectionEndpoint(way -> way.baseUri(Issuer.FROM_IT + "/*"))
                .loginProcessingUrl(Issuer.FROM_IT + "/*")
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(
                        request -> known(issuer).tokens().getTokenResponse(request)))
                // the token says who it is; nothing more is asked for
                .userInfoEndpoint(
                        user -> user.oidcUserService(request -> new DefaultOidcUser(List.of(), request.getIdToken())))
                .successHandler(arrival)
                .failureHandler(arrival));
    }

    /** Sends to the one issuer, and only while it is known; any other such address is as if it did not exist. */
    private static final class ToTheIssuer implements OAuth2AuthorizationRequestResolver {

        private final Issuer issuer;
        private final OAuth2AuthorizationRequestResolver usual;

        ToTheIssuer(Issuer issuer, ClientRegistrationRepository registrations) {
            this.issuer = issuer;
            this.usual = new DefaultOAuth2AuthorizationRequestResolver(registrations, Issuer.TO_IT);
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return request.getRequestURI().equals(Issuer.TO_IT + "/" + Issuer.ID)
                            && issuer.known().isPresent()
                    ? usual.resolve(request)
                    : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            return null;
        }
    }

    /** Keeps no token of the issuer: once it has said who somebody is, nothing is asked of it in their name. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
    }
}
