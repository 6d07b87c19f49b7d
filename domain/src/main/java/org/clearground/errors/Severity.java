// SPDX-License-Identifier: Apache-2.0
package org.clearground.errors;

/** What a finding means for the record it is about. */
public enum Severity {
    /** The record may be approved; someone should look. */
    WARNING,
    /** The record cannot be approved until this is resolved. */
    BLOCKING
}
