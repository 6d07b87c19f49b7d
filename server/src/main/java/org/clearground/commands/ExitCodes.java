// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.Arrays;
import java.util.stream.Collectors;
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

    /** What is wrong with a value is said in our words, the rest in those of picocli. */
    private static String sentence(CommandLine.ParameterException wrong) {
        var argument = wrong.getArgSpec();
        var value = wrong.getValue();
        if (argument == null || value == null) {
            return String.valueOf(wrong.getMessage());
        }
        var name =
                argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
        var type = argument.type();
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "\"" + value + "\" is no number for " + name + "; write a whole number in digits, such as 12";
        }
        if (type == double.class || type == Double.class) {
            return "\"" + value + "\" is no number for " + name
                    + "; write it in digits with a decimal point, such as 0.9";
        }
        if (type.isEnum()) {
            return "\"" + value + "\" is nothing for " + name + "; it may be "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return String.valueOf(wrong.getMessage());
    }

    private static void trace(Throwable thrown) {
        if (System.getenv("CLEARGROUND_TRACE") != null) {
            thrown.printStackTrace();
        }
    }

    /** A call that picocli cannot read. */
    static int wrongCall(CommandLine.ParameterException wrong) {
        System.err.println("clearground: " + sentence(wrong) + "; see: "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return WRONG_CALL;
    }
}
