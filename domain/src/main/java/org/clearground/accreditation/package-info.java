// SPDX-License-Identifier: Apache-2.0
/** Which bodies are accredited for which work, when: stage 1 of what land release rests on (IMAS 07.30, 09.10). */
@NullMarked
package org.clearground.accreditation;

import org.jspecify.annotations.NullMarked;
