package kz.senim.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kz.senim.core.law.Act;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Nature;
import kz.senim.core.law.Provision;
import kz.senim.core.law.Requirement;
import kz.senim.core.text.Lang;
import kz.senim.core.text.Localized;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The law book, indexed once in memory, in three languages. */
@Component
class LawIndex {

  private static final int MOST = 500;
  private static final int SHORTEST_PREFIX = 3;

  /** A term that is defined, and an act's own name, say more than words in a sentence. */
  private static final float TITLE = 3;

  private static final float OWN_LANGUAGE = 1.3f;
  private static final float PREFIX = 0.4f;

  private final LawBook book;
  private final FutureTask<IndexSearcher> searcher;

  LawIndex(LawBook book) {
    this.book = book;
    Callable<IndexSearcher> build = this::build;
    this.searcher = new FutureTask<>(build);
  }

  /** What sort of thing was found. */
  enum Kind {
    ACT,
    DEFINITION,
    PROVISION,
    REQUIREMENT
  }

  /**
   * Something of the law.
   *
   * @param id of an act, a provision or a requirement
   */
  record Hit(Kind kind, String id) {}

  /** Beside the start; whoever searches before it is done waits for it. */
  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    Thread.ofPlatform().name("law-index").daemon().start(searcher);
  }

  private IndexSearcher searcher() {
    searcher.run(); // does nothing when it runs already or is done
    try {
      return searcher.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What was found, the best first.
   *
   * @param whole whether all the words stand in each; else only some, since they stand nowhere
   *     together
   */
  record Answer(List<Hit> hits, boolean whole) {}

  Answer find(Words words, Lang lang) {
    if (words.isEmpty()) {
      return new Answer(List.of(), true);
    }
    List<Hit> all = run(query(words, lang, Occur.MUST));
    return all.isEmpty() && words.list().size() > 1
        ? new Answer(run(query(words, lang, Occur.SHOULD)), false)
        : new Answer(all, true);
  }

  private List<Hit> run(Query query) {
    try {
      IndexSearcher found = searcher();
      StoredFields stored = found.storedFields();
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc doc : found.search(query, MOST).scoreDocs) {
        Document document = stored.document(doc.doc);
        hits.add(new Hit(Kind.valueOf(document.get("kind")), document.get("id")));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(Words words, Lang own, Occur occur) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Words.Word word : words.list()) {
      List<Query> anywhere = new ArrayList<>();
      word.stems()
          .forEach(
              (lang, stem) -> {
                float weight = lang == own ? OWN_LANGUAGE : 1;
                for (String field : new String[] {"text-", "title-"}) {
                  String name = field + lang.code();
                  float boost = field.equals("title-") ? weight * TITLE : weight;
                  anywhere.add(new BoostQuery(new TermQuery(new Term(name, stem)), boost));
                  if (word.typed().length() >= SHORTEST_PREFIX) {
                    anywhere.add(
                        new BoostQuery(
                            new PrefixQuery(new Term(name, word.typed())), boost * PREFIX));
                  }
                }
              });
      all.add(new DisjunctionMaxQuery(anywhere, 0), occur);
    }
    return all.build();
  }

  private IndexSearcher build() throws IOException {
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(new ByField()))) {
      for (Act act : book.acts()) {
        if (act.draft()) {
          continue;
        }
        writer.addDocument(document(Kind.ACT, act.id(), act.title(), act.shortTitle()));
        for (Provision provision : book.provisionsOf(act.id())) {
          if (provision.equals(book.getProvision(provision.id()))) {
            add(writer, provision);
          }
        }
      }
    }
    return new IndexSearcher(DirectoryReader.open(memory));
  }

  private void add(IndexWriter writer, Provision provision) throws IOException {
    Localized term = provision.term();
    writer.addDocument(
        document(
            provision.nature() == Nature.DEFINITION ? Kind.DEFINITION : Kind.PROVISION,
            provision.id(),
            term,
            provision.summary()));
    for (String id : provision.requirements()) {
      Requirement requirement = book.findRequirement(id).orElseThrow();
      writer.addDocument(document(Kind.REQUIREMENT, id, null, requirement.statement()));
    }
  }

  private static Document document(
      Kind kind, String id, @Nullable Localized title, Localized text) {
    Document document = new Document();
    document.add(new StoredField("kind", kind.name()));
    document.add(new StoredField("id", id));
    for (Lang lang : Lang.values()) {
      document.add(
          new TextField(
              "text-" + lang.code(), Abbreviations.spellOut(text.in(lang), lang), Field.Store.NO));
      if (title != null) {
        document.add(new TextField("title-" + lang.code(), title.in(lang), Field.Store.NO));
      }
    }
    return document;
  }

  /** Each field is in the language that its name ends with. */
  private static final class ByField extends AnalyzerWrapper {

    ByField() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      for (Lang lang : Lang.values()) {
        if (field.endsWith("-" + lang.code())) {
          return Stems.of(lang);
        }
      }
      throw new IllegalArgumentException(field);
    }
  }
}
