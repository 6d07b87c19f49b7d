// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.clearground.accounts.store.DeviceDoor;
import org.clearground.accounts.store.PasskeyDoor;
import org.clearground.accounts.store.SignIn;
import org.clearground.storage.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sessions and forms are Spring Security's; what may be done is asked by {@link AccessGuard}, behind the choice of the
 * endpoint, so that no second reading of addresses can differ from the first.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityWiring implements WebMvcConfigurer {

    private final AccessGuard guard;

    SecurityWiring(AccessGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Bean
    static SignIn signIn(Store store, Clock clock) {
        return new SignIn(store, clock);
    }

    @Bean
    static PasskeyDoor passkeyDoor(Store store, Clock clock, SignIn signIn) {
        return new PasskeyDoor(store, clock, signIn);
    }

    @Bean
    static DeviceDoor deviceDoor(Store store, Clock clock) {
        return new DeviceDoor(store, clock);
    }

    @Bean
    static CsrfTokenRepository formTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    static SecurityFilterChain chain(
            HttpSecurity http,
            CsrfTokenRepository formTokens,
            Issuer issuer,
            Arrival arrival,
            ClientRegistrationRepository registrations)
            throws Exception {
        IssuerWiring.add(http, issuer, arrival, registrations);
        return http.csrf(forms -> forms.csrfTokenRepository(formTokens)
                        .ignoringRequestMatchers(DeviceCall::isOne)) // they bring no session that a form could misuse
                .securityContext(
                        context -> context.securityContextRepository(new HttpSessionSecurityContextRepository()))
                .headers(AbstractHttpConfigurer::disable) // the site writes its own
                .requestCache(AbstractHttpConfigurer::disable) // nobody who has not signed in gets a session by asking
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(wrong -> wrong.accessDeniedHandler((request, response, denied) -> {
                    response.setStatus(403);
                    response.setContentType("text/plain;charset=UTF-8");
                    response.setHeader("Cache-Control", "no-store");
                    response.getOutputStream()
                            .write(
                                    ("This form is too old or came from elsewhere; nothing was changed. Load its page again"
                                                    + " and send it from there.\n")
                                            .getBytes(StandardCharsets.UTF_8));
                }))
                .build();
    }
}
