package org.conductregister.query.statistics.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.IntColumn;

/** The versions of members against the list of the versions that were added. */
class MemberVersionsTest {

    @Property(tries = 60)
    void aViewHasTheFirstVersionsHoweverManyAreAddedLater(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var versions = List.copyOf(index.versions());
        var view = index.ofUnit().versions();
        index.addEntries(100);

        assertThat(view.size()).isEqualTo(versions.size());
        for (int version = 0; version < versions.size(); version++) {
            var expected = versions.get(version);
            assertThat(view.member(version)).isEqualTo(expected.member());
            assertThat(view.profile(version)).isEqualTo(expected.profile());
            assertThat(view.person(version)).isEqualTo(expected.person());
            assertThat(view.reported(version)).isEqualTo(expected.reported());
            assertThat(view.referred(version)).isEqualTo(expected.referred());
            assertThat(view.profiles(version >> IntColumn.SHIFT)[version & IntColumn.MASK])
                    .isEqualTo(expected.profile());
        }
    }

    @Property(tries = 60)
    void theVersionsOfAMemberAreLinkedFromTheFirstToTheLast(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var versions = List.copyOf(index.versions());
        var view = index.ofUnit().versions();
        index.addEntries(100);

        for (int version = 0; version < versions.size(); version++) {
            int member = versions.get(version).member();
            var ofMember = IntStream.range(0, versions.size())
                    .filter(other -> versions.get(other).member() == member)
                    .toArray();
            assertThat(view.isFirst(version)).isEqualTo(version == ofMember[0]);
            assertThat(view.firstOf(version)).isEqualTo(ofMember[0]);
            var linked = IntStream.iterate(ofMember[0], next -> next != MemberVersions.NONE, view::next);
            assertThat(linked.toArray()).containsExactly(ofMember);
        }
    }

    @Property(tries = 60)
    void theSameVersionHasTheSameNumber(@ForAll Random random) {
        var versions = new MemberVersions(true);
        var added = new ArrayList<List<Integer>>();
        for (int i = 0; i < 200; i++) {
            var version = List.of(
                    random.nextInt(4), random.nextInt(2), random.nextInt(3) - 1, random.nextInt(2), random.nextInt(2));
            int number =
                    versions.numberOf(version.get(0), version.get(1), version.get(2), version.get(3), version.get(4));
            if (!added.contains(version)) {
                added.add(version);
            }
            assertThat(number).isEqualTo(added.indexOf(version));
        }
    }
}
