package kz.senim.server.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import kz.senim.core.decision.FactValue;
import kz.senim.server.ServerTest;
import kz.senim.server.objects.OrganizationFacts;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** The inventory of assets: decree 832, paragraph 36. */
class AssetPagesTest extends ServerTest {

  private static final String TABLE =
      """
      code,name,kind,confidentiality,integrity,availability,marking,owner,responsibility
      A-1,Server,hardware,high,high,medium,Internal,A. Keeper,keeps it running
      A-2,=HYPERLINK("http://x"),data,low,low,low,,,
      A-3,Laptop,hardware,,,,,B. Keeper,
      """;

  @Autowired private OrganizationFacts facts;
  @Autowired private Assets assets;
  private UUID owner;
  private UUID organization;
  private String page;

  @BeforeEach
  void an_organisation() {
    owner = person();
    organization = organization(owner, Role.SECURITY_OFFICER);
    page = "/organizations/" + organization + "/assets";
  }

  @Test
  void every_page_opens_in_each_language() throws Exception {
    String preview = location(upload(TABLE));
    take(TABLE);
    String asset = page + "/" + all().getFirst().id();
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String path : new String[] {page, page + "/new", page + "/import", preview, asset}) {
        web.perform(get(path).with(as(owner)).header("Accept-Language", lang))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")))
            .andExpect(content().string(not(containsString("??"))));
      }
    }
  }

  @Test
  void a_file_is_shown_first_and_taken_over_only_when_somebody_says_so_and_once() throws Exception {
    String preview = location(upload(TABLE));
    web.perform(get(preview).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("3 assets, without a mistake")))
        .andExpect(content().string(containsString("Laptop")));
    assertThat(all()).isEmpty();
    web.perform(post(preview).with(as(owner)).with(form())).andExpect(status().is3xxRedirection());
    assertThat(all()).extracting(Asset::code).containsExactlyInAnyOrder("A-1", "A-2", "A-3");
    web.perform(post(preview).with(as(owner)).with(form())).andExpect(status().isNotFound());
  }

  @Test
  void ur_36_the_numbers_of_the_inventory_are_told_to_the_assessments() throws Exception {
    take(TABLE);
    assertThat(value("assets.listed")).isEqualTo(3.0);
    assertThat(value("assets.classified")).isEqualTo(2.0);
    assertThat(value("assets.labelled")).isEqualTo(1.0);
    assertThat(value("assets.assigned")).isEqualTo(1.0);
    Asset laptop = all().stream().filter(a -> a.name().equals("Laptop")).findFirst().orElseThrow();
    web.perform(
            post(page + "/" + laptop.id() + "/archive")
                .with(as(owner))
                .with(form())
                .param("reason", "scrapped"))
        .andExpect(status().is3xxRedirection());
    assertThat(value("assets.listed")).isEqualTo(2.0);
  }

  @Test
  void what_a_second_file_leaves_empty_stays_as_it_is() throws Exception {
    take(TABLE);
    take("code,name,kind,version\nA-1,Server renamed,hardware,R740\n");
    Asset server = all().stream().filter(a -> a.code().equals("A-1")).findFirst().orElseThrow();
    assertThat(server.name()).isEqualTo("Server renamed");
    assertThat(server.version()).isEqualTo("R740");
    assertThat(server.owner()).isEqualTo("A. Keeper");
    assertThat(server.confidentiality()).isEqualTo(3);
    assertThat(all()).hasSize(3);
  }

  @Test
  void a_file_with_mistakes_is_not_taken_and_all_of_them_are_shown() throws Exception {
    upload("code,name,kind\nA-1,,hardware\nA-2,Server,thing\n")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 mistakes in assets.csv")))
        .andExpect(content().string(containsString("Line 2, column 2:")))
        .andExpect(content().string(containsString("Line 3, column 3:")));
    assertThat(all()).isEmpty();
  }

  @Test
  void an_export_defuses_formulas_and_can_be_imported_again_unchanged() throws Exception {
    take(TABLE);
    String csv =
        web.perform(get(page + ".csv").with(as(owner)).header("Accept-Language", "en"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(UTF_8);
    assertThat(csv).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK");
    String preview = location(upload(csv));
    web.perform(get(preview).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("<b>3</b><span>as it was</span>")));
    byte[] xlsx =
        web.perform(get(page + ".xlsx").with(as(owner)).header("Accept-Language", "kk"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    String second =
        location(
            web.perform(
                multipart(page + "/import")
                    .file(new MockMultipartFile("file", "assets.xlsx", null, xlsx))
                    .with(as(owner))
                    .with(form())));
    web.perform(get(second).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("<b>3</b><span>as it was</span>")));
  }

  @Test
  void pages_of_the_list_together_show_each_asset_once() throws Exception {
    StringBuilder table = new StringBuilder("code,name,kind\n");
    for (int i = 0; i < 120; i++) {
      table.append("A-").append(i).append(",Asset ").append(i % 7).append(",software\n");
    }
    take(table.toString());
    AssetFilter everything = new AssetFilter("", "", null, "", null);
    List<UUID> seen = new ArrayList<>();
    UUID after = null;
    while (true) {
      List<Asset> some = assets.list(organization, everything, after, 50, LocalDate.now());
      some.forEach(asset -> seen.add(asset.id()));
      if (some.size() < 50) {
        break;
      }
      after = some.getLast().id();
    }
    assertThat(seen).hasSize(120);
    assertThat(new HashSet<>(seen)).hasSize(120);
    web.perform(
            get(page + "?after=" + seen.get(49)).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("From the beginning")))
        .andExpect(content().string(containsString(seen.get(50).toString())));
  }

  @Test
  void filters_find_what_lacks_something() throws Exception {
    take(TABLE);
    assertThat(found("", "", "class")).containsExactly("A-3");
    assertThat(found("", "", "marking")).containsExactlyInAnyOrder("A-2", "A-3");
    assertThat(found("", "hardware", "")).containsExactlyInAnyOrder("A-1", "A-3");
    assertThat(found("b. keep", "", "")).containsExactly("A-3");
    assertThat(found("%", "", "")).isEmpty();
  }

  @Test
  void an_inventory_number_belongs_to_one_asset() throws Exception {
    take(TABLE);
    web.perform(
            post(page)
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en")
                .param("code", "A-1")
                .param("name", "")
                .param("kind", "hardware"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("has this inventory number already")))
        .andExpect(content().string(containsString("Give a name")));
  }

  @Test
  void an_auditor_changes_nothing_and_a_stranger_sees_nothing() throws Exception {
    take(TABLE);
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    web.perform(get(page).with(as(auditor))).andExpect(status().isOk());
    web.perform(get(page + "/import").with(as(auditor))).andExpect(status().isForbidden());
    UUID stranger = person();
    organization(stranger, Role.OWNER);
    web.perform(get(page).with(as(stranger))).andExpect(status().isNotFound());
    web.perform(get(page + ".csv").with(as(stranger))).andExpect(status().isNotFound());
  }

  @Test
  void a_long_file_is_taken_over_as_a_job_that_can_be_watched() throws Exception {
    StringBuilder table = new StringBuilder("code,name,kind\n");
    for (int i = 0; i < AssetImportJob.PART + 20; i++) {
      table.append("L-").append(i).append(",Asset ").append(i).append(",software\n");
    }
    String file = location(upload(table.toString()));
    String job = location(web.perform(post(file).with(as(owner)).with(form())));
    assertThat(job).startsWith("/jobs/");
    String page = "";
    long until = System.nanoTime() + 60_000_000_000L;
    while (!page.contains("520 assets taken over") && System.nanoTime() < until) {
      Thread.sleep(100);
      page =
          web.perform(get(job).with(as(owner)).header("Accept-Language", "en"))
              .andReturn()
              .getResponse()
              .getContentAsString();
    }
    assertThat(page).contains("520 assets taken over");
    assertThat(all()).hasSize(AssetImportJob.PART + 20);
    web.perform(post(file).with(as(owner)).with(form())).andExpect(status().isNotFound());
  }

  private List<String> found(String words, String kind, String lacks) {
    return assets
        .list(
            organization,
            new AssetFilter(words, kind, null, lacks, null),
            null,
            100,
            LocalDate.now())
        .stream()
        .map(Asset::code)
        .toList();
  }

  private List<Asset> all() {
    return assets.list(
        organization, new AssetFilter("", "", null, "", null), null, 1000, LocalDate.now());
  }

  private ResultActions upload(String table) throws Exception {
    return web.perform(
        multipart(page + "/import")
            .file(new MockMultipartFile("file", "assets.csv", "text/csv", table.getBytes(UTF_8)))
            .with(as(owner))
            .with(form())
            .header("Accept-Language", "en"));
  }

  private void take(String table) throws Exception {
    web.perform(post(location(upload(table))).with(as(owner)).with(form()))
        .andExpect(status().is3xxRedirection());
  }

  private static String location(ResultActions result) throws Exception {
    String location =
        result.andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    assertThat(location).isNotNull();
    return location;
  }

  private @Nullable Object value(String fact) {
    FactValue known =
        facts
            .load(viewer(owner, organization, Role.OWNER), organization, LocalDate.now())
            .find(book.factIndex(fact));
    return known == null ? null : known.value();
  }
}
