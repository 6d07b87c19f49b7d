// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import org.clearground.errors.ProblemException;
import org.clearground.storage.StorageProblem;
import picocli.CommandLine;

/** How every command ends: 0 done, 1 done with findings that need a person, 2 wrong call or unusable input, 3 our fault. */
final class ExitCodes {

    static final int DONE = 0;
    static final int NEEDS_A_PERSON = 1;
    static final int WRONG_CALL = 2;
    static final int SYSTEM = 3;

    private ExitCodes() {}

    /** One clear sentence on standard error, and the code that goes with it. */
    static int tell(Throwable thrown) {
        if (thrown instanceof ProblemException problem) {
            System.err.println("clearground: " + problem.getMessage());
            trace(thrown);
            return switch (problem.code().remedy()) {
                case BY_SENDER -> WRONG_CALL;
                case BY_OPERATOR, BY_DEVELOPER -> SYSTEM;
            };
        }
        if (thrown instanceof OutOfMemoryError) {
            System.err.println("clearground: the memory given to Java is too small for this; nothing of this step was"
                    + " kept; split the file, or give more with JAVA_TOOL_OPTIONS=-Xmx2g");
            return SYSTEM;
        }
        var storage = StorageProblem.within(thrown);
        if (storage.isPresent()) {
            return tell(StorageProblem.of(storage.get()));
        }
        System.err.println("clearground: something went wrong inside: " + thrown
                + "; nothing of this step was kept; please report it with CLEARGROUND_TRACE=1");
        trace(thrown);
        return SYSTEM;
    }

    private static void trace(Throwable thrown) {
        if (System.getenv("CLEARGROUND_TRACE") != null) {
            thrown.printStackTrace();
        }
    }

    /** A call that picocli cannot read. */
    static int wrongCall(CommandLine.ParameterException wrong) {
        System.err.println("clearground: " + wrong.getMessage() + "; see: "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return WRONG_CALL;
    }
}
