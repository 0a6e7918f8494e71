namespace LabTest.Arrow;

public sealed partial class RecordBatch
{
    /// <summary>Puts a batch and its schema together column by column.</summary>
    public sealed class Builder
    {
        private readonly Schema.Builder _schema = new();
        private readonly List<IArrowArray> _arrays = [];
        private readonly ArrayBuilder _arrayBuilder = new();

        /// <summary>Forgets all columns.</summary>
        public Builder Clear()
        {
            _schema.Clear();
            _arrays.Clear();
            return this;
        }

        /// <summary>Adds a column.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="nullable">Whether values can be null.</param>
        /// <param name="array">Its values, as many as in every other column.</param>
        public Builder Append(string name, bool nullable, IArrowArray array)
        {
            ArgumentNullException.ThrowIfNull(array);
            _schema.Field(new Field(name, array.Data.DataType, nullable));
            _arrays.Add(array);
            return this;
        }

        /// <summary>Adds a column of the values that a builder has collected.</summary>
        public Builder Append<TArray>(string name, bool nullable, IArrowArrayBuilder<TArray> builder)
            where TArray : IArrowArray
        {
            ArgumentNullException.ThrowIfNull(builder);
            return Append(name, nullable, builder.Build());
        }

        /// <summary>Adds a column of the values that <paramref name="action"/> collects.</summary>
        public Builder Append<TArray>(string name, bool nullable, Func<ArrayBuilder, IArrowArrayBuilder<TArray>> action)
            where TArray : IArrowArray
        {
            ArgumentNullException.ThrowIfNull(action);
            return Append(name, nullable, action(_arrayBuilder));
        }

        /// <summary>The batch of the columns so far.</summary>
        /// <exception cref="ArgumentException">The columns have different lengths.</exception>
        public RecordBatch Build() => new(_schema.Build(), _arrays, _arrays.Count == 0 ? 0 : _arrays[0].Length);
    }
}
