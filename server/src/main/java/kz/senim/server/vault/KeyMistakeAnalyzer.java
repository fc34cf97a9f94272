package kz.senim.server.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says of a start that a key prevents what is wrong and what would be right, without a trace. */
final class KeyMistakeAnalyzer extends AbstractFailureAnalyzer<KeyMistake> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, KeyMistake mistake) {
    return new FailureAnalysis(mistake.getMessage(), mistake.remedy(), mistake);
  }
}
