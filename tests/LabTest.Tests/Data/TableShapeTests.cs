using FsCheck;
using FsCheck.Fluent;
using LabTest.Data;

namespace LabTest.Tests.Data;

/// <summary>Choosing, ordering, grouping and joining rows, held against the plainest way to do the same.</summary>
public sealed class TableShapeTests
{
    [Fact]
    public void Taking_rows_takes_their_values_units_and_gaps() => ForAll((table, random) =>
    {
        var rows = Enumerable.Range(0, 30).Select(_ => random.Next(-1, table.RowCount)).ToArray();

        var taken = table.Take(rows);

        taken.Name.Should().Be(table.Name);
        taken.Columns.Select(c => (c.Name, c.Unit, c.ValueType)).Should().Equal(table.Columns.Select(c => (c.Name, c.Unit, c.ValueType)));
        for (var i = 0; i < rows.Length; i++)
            taken.Values(i).Should().Equal(rows[i] < 0 ? new object?[table.Columns.Count] : table.Values(rows[i]));
        foreach (var column in taken.Columns)
            column.NullCount.Should().Be(Enumerable.Range(0, rows.Length).Count(column.IsNull));
    });

    [Fact]
    public void Sorting_orders_by_value_and_keeps_the_order_of_equals() => ForAll((table, _) =>
    {
        foreach (var column in table.Columns)
        {
            foreach (var descending in (bool[])[false, true])
            {
                var present = Enumerable.Range(0, table.RowCount).Where(r => RandomTables.Key(column, r) is not null);
                var comparer = Comparer<object>.Create((a, b) => (a, b) switch
                {
                    (string left, string right) => OrderOf(left, right),
                    (Instant left, Instant right) => left.CompareTo(right),
                    _ => ((IComparable)a).CompareTo(b),
                });
                var wanted = descending
                    ? present.OrderByDescending(r => RandomTables.Key(column, r)!, comparer)
                    : present.OrderBy(r => RandomTables.Key(column, r)!, comparer);

                var sorted = table.SortBy(column.Name, descending);

                sorted["row"].ToNumbers().Should().Equal(
                    wanted.Concat(Enumerable.Range(0, table.RowCount).Where(r => RandomTables.Key(column, r) is null)).Select(r => (double)r));
            }
        }
    });

    [Fact]
    public void Grouping_gives_every_row_once_with_its_value() => ForAll((table, _) =>
    {
        foreach (var column in table.Columns)
        {
            var wanted = Enumerable.Range(0, table.RowCount).GroupBy(column.Value).ToArray();

            var groups = table.GroupBy(column.Name);

            groups.Select(g => g.Key).Should().Equal(wanted.Select(g => g.Key));
            groups.Select(g => string.Join(' ', g.Value["row"].ToNumbers())).Should().Equal(wanted.Select(g => string.Join(' ', g)));
        }
    });

    [Fact]
    public void Filtering_keeps_the_rows_for_which_the_condition_holds() => ForAll((table, _) =>
    {
        var threshold = 0.5.Volts();

        table.Where(r => r["f64"] > threshold)["row"].ToNumbers()
            .Should().Equal(Enumerable.Range(0, table.RowCount).Where(r => table["f64"].Number(r) > 0.5).Select(r => (double)r));
        table.Where(r => r.Flag("flag") && r.Text("text") == "a").Rows.All(r => r.Flag("flag") && r.Text("text") == "a").Should().BeTrue();
    });

    [Fact]
    public void Joining_matches_what_a_nested_loop_matches() => ForAll((table, random) =>
    {
        var other = RandomTables.Make(random.Next(), 12);
        foreach (var on in table.Columns.Select(c => c.Name))
        {
            foreach (var keepAll in (bool[])[false, true])
            {
                List<(double, double)> wanted = [];
                for (var l = 0; l < table.RowCount; l++)
                {
                    var matches = Enumerable.Range(0, other.RowCount)
                        .Where(r => RandomTables.Key(table[on], l) is { } key and not double.PositiveInfinity && key.Equals(RandomTables.Key(other[on], r))).ToArray();
                    wanted.AddRange(matches.Select(r => ((double)l, (double)r)));
                    if (matches.Length == 0 && keepAll)
                        wanted.Add((l, double.NaN));
                }

                var joined = table.Join(other.WithColumn(Columns.Of("right", Enumerable.Range(0, 12).ToArray())), on, keepAll);

                joined["row"].ToNumbers().Zip(joined["right"].ToNumbers()).Should().Equal(wanted);
                joined.Columns.Should().HaveCount(2 * table.Columns.Count);
            }
        }
    });

    [Fact]
    public void Columns_in_different_units_join_where_the_amounts_are_the_same()
    {
        var volts = new Table(Columns.Of("set", [0.001, 3.3, 5.0], Unit.Parse("V")), Columns.Of("a", [1, 2, 3]));
        var millivolts = new Table(Columns.Of("set", [3300L, 5000, 1], Unit.Parse("mV")), Columns.Of("b", ["x", "y", "z"]));

        var joined = volts.Join(millivolts, "set");

        joined["b"].Value(0).Should().Be("z");
        joined["b"].Value(1).Should().Be("x");
        joined.RowCount.Should().Be(3);
        joined["set"].Unit.Should().Be(Unit.Parse("V"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(9.9e37)]
    [InlineData(9.91e37)]
    public void What_is_not_a_valid_value_matches_nothing(double none)
    {
        var left = new Table(Columns.Of("set", [1.0, none], Unit.Parse("V")), Columns.Of("a", ["one", "none"]));
        var right = new Table(Columns.Of("set", [none, 1.0], Unit.Parse("V")), Columns.Of("b", ["none", "one"]));
        var other = new Table(Columns.Of("set", [none * 1e-3, 1e-3], Unit.Parse("kV")), right["b"]);
        var single = new Table(Columns.Of("set", [(float)none, 1f], Unit.Parse("V")), right["b"]);

        foreach (var table in (Table[])[right, other, single])
        {
            left.Join(table, "set")["b"].Value(0).Should().Be("one");
            left.Join(table, "set").RowCount.Should().Be(1);
            left.Join(table, "set", keepAll: true)["b"].IsNull(1).Should().BeTrue();
        }
    }

    [Fact]
    public void Integers_join_exactly_whatever_their_width()
    {
        var left = new Table(Columns.Of("id", [(1L << 60) + 1]));
        var right = new Table(Columns.Of("id", [1UL << 60, (1UL << 60) + 1]), Columns.Of("which", [0, 1]));

        left.Join(right, "id")["which"].ToNumbers().Should().Equal(1);
    }

    [Fact]
    public void Columns_that_do_not_go_together_are_not_joined()
    {
        var volts = new Table(Columns.Of("x", [1.0], Unit.Parse("V")));
        var amperes = new Table(Columns.Of("x", [1.0], Unit.Parse("A")));
        var texts = new Table(Columns.Of("x", ["1"]));

        volts.Invoking(t => t.Join(amperes, "x")).Should().Throw<UnitMismatchException>().WithMessage("Column 'x'*current*voltage*");
        volts.Invoking(t => t.Join(texts, "x")).Should().Throw<ArgumentException>().WithMessage("*'x'*numbers*texts*");
        volts.Invoking(t => t.Join(texts, "y")).Should().Throw<KeyNotFoundException>();
    }

    [Fact]
    public void Groups_are_summed_up_in_a_table()
    {
        var table = new Table(
            Columns.Of("board", ["A", "B", null, "A"]),
            Columns.Of("vout", [3.3, 3.2, 3.1, 3.4], Unit.Parse("V")));

        var means = table.GroupBy("board").Aggregate(("mean", g => g["vout"].Mean()), ("rows", g => g.RowCount));

        means["board"].Value(2).Should().BeNull();
        means["mean"].Quantity(0).Value.Should().BeApproximately(3.35, 1e-12);
        means["mean"].Unit.Should().Be(Unit.Parse("V"));
        means["rows"].ToNumbers().Should().Equal(2, 1, 1);
    }

    [Fact]
    public void Rows_that_do_not_exist_are_refused_by_number()
    {
        var table = RandomTables.Make(1, 3);

        table.Invoking(t => t.Take([3])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*rows 0 to 2*");
        table.Invoking(t => t.Take([-2])).Should().Throw<ArgumentOutOfRangeException>();
        table.Invoking(t => t[3]).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*no row 3*rows 0 to 2*");
    }

    [Fact]
    public void Two_columns_of_one_name_and_columns_too_long_are_refused_by_name()
    {
        var table = RandomTables.Make(1, 3);

        table.Invoking(t => t.Select("i8", "i8")).Should().Throw<ArgumentException>().WithMessage("*'i8'*rename*");
        table.Invoking(t => t.WithColumn(Columns.Of("new", [1, 2]))).Should().Throw<ArgumentException>().WithMessage("*'new' has 2 rows*3*");
        table.Select("text", "i8").Columns.Select(c => c.Name).Should().Equal("text", "i8");
        table.WithColumn(Columns.Of("i8", [1, 2, 3])).Columns.Select(c => c.Name).Should().Equal(table.Columns.Select(c => c.Name));
    }

    private static int OrderOf(string a, string b) => System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b));

    private static void ForAll(Action<Table, Random> check) => Prop.ForAll<int, byte>((seed, rows) => check(RandomTables.Make(seed, rows % 40), new Random(seed)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true));
}
