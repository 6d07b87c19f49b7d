// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class StyleController {

    @GetMapping("/clearground.css")
    ResponseEntity<byte[]> style() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                .body(Style.TEXT.getBytes(StandardCharsets.UTF_8));
    }
}
