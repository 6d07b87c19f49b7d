// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release as it was captured: raw text, nothing cleaned.
 *
 * @param name by which findings speak of it: of its file
 * @param published null where the page has no day that can be trusted
 * @param language null where nobody said; then it is told from the words
 */
public record Release(String name, String text, @Nullable LocalDate published, @Nullable ReleaseLanguage language) {}
