package kz.senim.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import kz.senim.server.walls.Scope;
import kz.senim.server.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The chain of the audit log: its newest hash, its sealed files, and whether it is whole. */
@Controller
class ChainController {

  private final JdbcClient db;
  private final AuditFiles files;
  private final AuditVerification verification;
  private final Audit audit;
  private final TransactionTemplate transaction;

  ChainController(
      JdbcClient db,
      AuditFiles files,
      AuditVerification verification,
      Audit audit,
      TransactionTemplate transaction) {
    this.db = db;
    this.files = files;
    this.verification = verification;
    this.audit = audit;
    this.transaction = transaction;
  }

  @GetMapping("/administration/audit/chain")
  String chain(@ModelAttribute Viewer viewer, Model model) {
    mustAdminister(viewer);
    return show(null, model);
  }

  @PostMapping("/administration/audit/chain/verify")
  String verify(@ModelAttribute Viewer viewer, Model model) {
    mustAdminister(viewer);
    // Rows come in pieces only inside a transaction.
    AuditCheck.Result result =
        Scope.system(
            () ->
                Objects.requireNonNull(
                    transaction.execute(
                        _ -> {
                          try {
                            return verification.all();
                          } catch (IOException e) {
                            throw new UncheckedIOException(e);
                          }
                        })));
    audit.record(
        null,
        "audit.verify",
        "audit log",
        result.whole() ? Long.toString(result.last()) : result.faults().toString());
    return show(result, model);
  }

  private String show(AuditCheck.@Nullable Result result, Model model) {
    AuditChain.Head head =
        Scope.system(() -> AuditChain.head(db))
            .orElse(new AuditChain.Head(0, AuditChain.BEGINNING));
    model.addAttribute("position", head.position());
    model.addAttribute("hash", HexFormat.of().formatHex(head.hash()));
    model.addAttribute("result", result);
    model.addAttribute(
        "files",
        Scope.system(files::list).stream()
            .sorted(Comparator.comparingLong(AuditFiles.Sealed::last).reversed())
            .toList());
    return "audit/chain";
  }

  private static void mustAdminister(Viewer viewer) {
    if (!viewer.administrator()) {
      throw new AccessDeniedException("only for administrators");
    }
  }
}
