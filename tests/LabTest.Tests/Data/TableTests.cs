using LabTest.Data;

namespace LabTest.Tests.Data;

public sealed class TableTests
{
    private static readonly Table Load = new(
        Columns.Of("load", [0.0, 0.5, 1.0], Unit.Parse("A")),
        Columns.Of("vout", [3.32, 3.30, 3.28], Unit.Parse("V")),
        Columns.Of("board", ["A", "B", null]))
    {
        Name = "load_regulation",
    };

    [Fact]
    public void A_missing_column_is_named_with_those_there_are()
    {
        var get = () => Load["vuot"];

        get.Should().Throw<KeyNotFoundException>().WithMessage("*did you mean 'vout'?*'load', 'vout', 'board'*");
    }

    [Fact]
    public void A_line_through_the_points_has_units()
    {
        var fit = Load.Fit("load", "vout");

        fit.Slope.Value.Should().BeApproximately(-0.04, 1e-12);
        fit.Slope.Unit.Symbol.Should().Be("V/A");
        fit.Intercept.Value.Should().BeApproximately(3.32, 1e-12);
        fit.RSquared.Should().BeApproximately(1, 1e-12);
        fit.SlopeError!.Value.Value.Should().BeApproximately(0, 1e-9);
    }

    [Fact]
    public void Rows_are_chosen_sorted_and_grouped()
    {
        Load.Where(r => r["load"] >= 0.5.Amperes()).RowCount.Should().Be(2);
        Load.SortBy("vout")["load"].ToNumbers().Should().Equal(1.0, 0.5, 0.0);
        Load.SortBy("board", descending: true)["board"].Value(2).Should().BeNull();
        Load.GroupBy("board").Select(g => g.Key).Should().Equal("A", "B", null);
    }

    [Fact]
    public void A_join_keeps_missing_values_missing()
    {
        var boards = new Table(Columns.Of("board", ["B", "A"]), Columns.Of("vout", [1L, 2L])) { Name = "boards" };

        var joined = Load.Join(boards, "board", keepAll: true);

        joined.Columns.Select(c => c.Name).Should().Equal("load", "vout", "board", "boards.vout");
        joined["boards.vout"].ToNumbers().Should().Equal(2, 1, double.NaN);
        Load.Join(boards, "board").RowCount.Should().Be(2);
    }

    [Fact]
    public void Describes_its_numeric_columns_as_pandas_would()
    {
        var summary = new Table(Columns.Of("x", [1.0, 2, 3, 4, double.NaN])).Valid().Describe();

        summary["count"].Number(0).Should().Be(4);
        summary["std"].Number(0).Should().BeApproximately(1.2909944487, 1e-9);
        summary["q25"].Number(0).Should().BeApproximately(1.75, 1e-12);
        summary["median"].Number(0).Should().Be(2.5);
        summary["max"].Number(0).Should().Be(4);
    }

    [Fact]
    public void Resampling_interpolates_between_rows()
    {
        var even = Load.Resample("load", 250.Milliamperes());

        even["load"].ToNumbers().Should().Equal(0, 0.25, 0.5, 0.75, 1);
        even["vout"].Number(1).Should().BeApproximately(3.31, 1e-12);
        even.Has("board").Should().BeFalse();
    }

    [Fact]
    public void Missing_values_are_bits_that_are_0_least_significant_first()
    {
        var column = Columns.Of("x", (double?[])[1, null, 3]);

        column.NullCount.Should().Be(1);
        column.Validity.ToArray().Should().Equal(0b101);
        column.Number(1).Should().Be(double.NaN);
        column.Take([2, -1]).IsNull(1).Should().BeTrue();
    }

    [Fact]
    public void Columns_of_different_lengths_make_no_table()
    {
        var make = () => new Table(Columns.Of("a", [1]), Columns.Of("b", [1, 2]));

        make.Should().Throw<ArgumentException>().WithMessage("*'b' has 2 rows, 'a' has 1*");
    }
}
