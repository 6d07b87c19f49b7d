// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clearground.accounts.OutsideIssuer;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The one place of this programme that asks another host: the issuer that whoever serves the site named, and of it only the
 * addresses that its own discovery document names. Follows no redirect, and waits for seconds at most.
 */
final class IssuerChannel {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_READ = Duration.ofSeconds(5);

    private final URI discovery;
    private final Set<URI> allowed = ConcurrentHashMap.newKeySet();
    private final RestClient client;
    private final ClientHttpRequestFactory requests;

    IssuerChannel(OutsideIssuer issuer) {
        this.discovery = URI.create(issuer.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(TO_CONNECT).build());
        factory.setReadTimeout(TO_READ);
        this.requests = factory;
        this.client = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(this::onlyThere)
                .build();
        allowed.add(discovery);
    }

    private ClientHttpResponse onlyThere(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!allowed.contains(request.getURI())) {
            throw new IOException("the issuer's discovery document does not name this address");
        }
        return execution.execute(request, body);
    }

    /**
     * What the issuer says of itself.
     *
     * @throws IOException if it says nothing that can be read
     */
    Map<String, Object> discover() throws IOException {
        try {
            var said = client.get()
                    .uri(discovery)
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {});
            if (said == null) {
                throw new IOException("the issuer says nothing of itself");
            }
            return said;
        } catch (RestClientException unreachable) {
            throw new IOException("the issuer cannot be asked", unreachable);
        }
    }

    /** What changes a code into tokens, at an address that the issuer names. */
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokensAt(URI address) {
        allowed.add(address);
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(client.mutate()
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .build());
        return tokens;
    }

    /** What reads tokens by the issuer's keys, at an address that the issuer names. */
    NimbusJwtDecoder keysAt(URI address, Set<SignatureAlgorithm> algorithms) {
        allowed.add(address);
        var template = new RestTemplate(requests);
        template.getInterceptors().add(this::onlyThere);
        return NimbusJwtDecoder.withJwkSetUri(address.toString())
                .jwsAlgorithms(all -> all.addAll(algorithms))
                .restOperations(template)
                .build();
    }
}
