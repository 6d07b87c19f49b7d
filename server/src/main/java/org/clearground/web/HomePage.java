// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.util.List;

/**
 * The first page. For its template only.
 *
 * @param signIn whether there is more to see for who signs in
 */
public record HomePage(
        List<HomePart.Line> waiting,
        List<HomePart.Line> figures,
        List<HomePart.Line> published,
        boolean signIn,
        Frame frame) {}
