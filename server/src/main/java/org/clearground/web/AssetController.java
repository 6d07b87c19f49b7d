// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class AssetController {

    /**
     * An address with the digest of its content is kept for ever. Modules name each other without one: these are asked for
     * again each time, and answered in a line where nothing changed.
     */
    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(@PathVariable("name") String name, HttpServletRequest request) {
        var asset = Asset.find(name)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "there is no asset \"" + name + "\""));
        var tag = "W/\"" + asset.digest() + "\""; // weak: it may go out compressed
        var answer = ResponseEntity.status(
                        tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                                ? HttpStatus.NOT_MODIFIED
                                : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(
                        asset.digest().equals(request.getQueryString())
                                ? CacheControl.maxAge(Duration.ofDays(365)).immutable()
                                : CacheControl.noCache());
        return tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_TYPE, asset.mediaType()).body(asset.content());
    }
}
