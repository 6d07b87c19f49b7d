// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

/** A link that changes what a page shows; {@code on} where it shows just that. For templates. */
public record Choice(String label, String link, boolean on) {}
