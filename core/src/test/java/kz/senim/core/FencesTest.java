package kz.senim.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The core is pure. A fence is never disabled. */
class FencesTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kz.senim.core");

  @Test
  void the_core_touches_no_file_socket_thread_or_database() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.sql..",
            "javax..",
            "java.util.concurrent..",
            "java.util.logging..",
            "org.springframework..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|RandomAccess|Console|Print).*")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.(Thread.*|Runtime|Process.*)")
        .check(CORE);
  }

  @Test
  void the_core_has_no_clock_no_chance_and_no_surroundings() {
    noClasses()
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaCall<?>>("it reads a clock, chance or the surroundings") {
              @Override
              public boolean test(JavaCall<?> call) {
                String owner = call.getTargetOwner().getName();
                String name = call.getName();
                return (owner.startsWith("java.time.") && name.equals("now"))
                    || owner.equals("java.time.Clock")
                    || owner.equals("java.util.Random")
                    || owner.equals("java.util.concurrent.ThreadLocalRandom")
                    || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                    || (owner.equals("java.util.Locale") && name.equals("getDefault"))
                    || (owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")
                            .contains(name));
              }
            })
        .check(CORE);
  }

  @Test
  void nobody_in_the_core_imports_a_shell() {
    noClasses()
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>("a shell") {
              @Override
              public boolean test(com.tngtech.archunit.core.domain.JavaClass c) {
                return c.getPackageName().startsWith("kz.senim.")
                    && !c.getPackageName().startsWith("kz.senim.core");
              }
            })
        .check(CORE);
  }

  @Test
  void packages_of_the_core_have_no_cycles() {
    slices().matching("kz.senim.core.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void only_the_rule_room_knows_cel_and_only_the_source_room_knows_yaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kz.senim.core.rule")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.cel..")
        .check(CORE);
    noClasses()
        .that()
        .resideOutsideOfPackage("kz.senim.core.source")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(CORE);
  }
}
