package kz.senim.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kz.senim.core.text.Message;
import kz.senim.core.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Says in our own words what picocli finds wrong with how a command is called. */
final class Misuse {

  private Misuse() {}

  /** All that is wrong, each with what would be right. */
  static List<Message> of(ParameterException e, String... args) {
    return switch (e) {
      case CommandLine.UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case CommandLine.MissingParameterException missing -> List.of(missing(missing, args));
      case CommandLine.OverwrittenOptionException twice ->
          List.of(Usage.TWICE.with(name(twice.getOverwritten())));
      case CommandLine.MutuallyExclusiveArgsException _ ->
          List.of(Usage.ONE_OF.with(alternatives(e.getCommandLine())));
      default -> List.of(other(e));
    };
  }

  private static List<Message> unmatched(CommandLine.UnmatchedArgumentException e) {
    CommandLine.Model.CommandSpec spec = e.getCommandLine().getCommandSpec();
    List<Message> all = new ArrayList<>();
    for (String word : e.getUnmatched()) {
      if (word.startsWith("-") && word.length() > 1) {
        String name = word.replaceFirst("=.*", "");
        all.add(Usage.NO_OPTION.with(name, Nearest.hint(name, spec.optionsMap().keySet())));
      } else if (all.isEmpty()
          && spec.positionalParameters().isEmpty()
          && !commands(spec).isEmpty()) {
        all.add(Usage.NO_COMMAND.with(word, Nearest.hintOrAll(word, commands(spec))));
        break; // what follows is of that command, which nobody knows
      } else {
        all.add(Usage.UNEXPECTED.with(word));
      }
    }
    return all;
  }

  private static Message missing(CommandLine.MissingParameterException e, String... args) {
    List<ArgSpec> missing = e.getMissing();
    if (missing.size() == 1
        && missing.getFirst() instanceof OptionSpec option
        && isGiven(option, args)) {
      return Usage.NEEDS_VALUE.with(option.longestName(), option.paramLabel());
    }
    if (!missing.isEmpty() && missing.stream().allMatch(one -> one.group() != null)) {
      return Usage.ONE_OF.with(alternatives(e.getCommandLine()));
    }
    return Usage.NEEDED.with(missing.stream().map(Misuse::withLabel).toList());
  }

  private static boolean isGiven(OptionSpec option, String... args) {
    for (String arg : args) {
      for (String name : option.names()) {
        if (arg.equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> alternatives(CommandLine line) {
    return line.getCommandSpec().argGroups().stream()
        .flatMap(group -> group.args().stream())
        .map(Misuse::withLabel)
        .toList();
  }

  private static Message other(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    if (argument == null) {
      List<String> commands = commands(e.getCommandLine().getCommandSpec());
      return commands.isEmpty()
          ? Message.of(String.valueOf(e.getMessage()))
          : Usage.WHICH.with(commands);
    }
    String value = String.valueOf(e.getValue());
    Class<?> type =
        argument.typeInfo().isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
    if (type.isEnum()) {
      return Usage.WORDS.with(name(argument), words(type), value);
    }
    if (type == LocalDate.class) {
      return Usage.DAY.with(name(argument), value);
    }
    if (type == UUID.class) {
      return Usage.IDENTIFIER.with(name(argument), value);
    }
    return type == int.class || type == Integer.class
        ? Usage.WHOLE_NUMBER.with(name(argument), value)
        : Usage.NOT_TAKEN.with(name(argument), value);
  }

  private static List<String> words(Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      words.add(constant.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static List<String> commands(CommandLine.Model.CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
        .map(command -> command.getKey())
        .toList();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String withLabel(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
        : argument.paramLabel();
  }
}
